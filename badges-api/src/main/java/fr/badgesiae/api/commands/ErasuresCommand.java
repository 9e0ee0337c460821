package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.privacy.erasure.ReplayErasures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code erasures list} and {@code erasures replay}: carries erasures over the restore of an older copy. The list has ids
 * alone, one erasure a line.
 */
public final class ErasuresCommand extends InstallationCommand {
    public ErasuresCommand() {
        super("erasures", "lists erasures, or repeats them after a restore", false);
    }

    @Override
    public void configure(Subparser subparser) {
        subparser.addArgument("action").choices("list", "replay").help("what to do");
        super.configure(subparser);
        subparser
                .addArgument("--since")
                .setDefault("1970-01-01T00:00:00Z")
                .help("list: erasures from this instant on, such as 2026-11-02T09:00:00Z");
        subparser.addArgument("--from").help("replay: the file with the list");
    }

    @Override
    Act act(Namespace namespace) throws IOException {
        if (namespace.getString("action").equals("list")) {
            Instant since = since(namespace);
            return assembly ->
                    assembly.features().privacy().list().apply(since).forEach(StartupConsole.console()::println);
        }
        List<String> lines = lines(namespace.getString("from"));
        return assembly -> replay(assembly.features().privacy().replay(), lines);
    }

    private static Instant since(Namespace namespace) {
        try {
            return Instant.parse(namespace.getString("since"));
        } catch (DateTimeException e) {
            throw new StartRefused(
                    "--since attend un instant, comme 2026-11-02T09:00:00Z.",
                    "--since takes an instant, such as 2026-11-02T09:00:00Z.",
                    e);
        }
    }

    private static List<String> lines(@Nullable String from) throws IOException {
        if (from == null) {
            throw new StartRefused(
                    "Donnez la liste : erasures replay --from FICHIER.", "Give the list: erasures replay --from FILE.");
        }
        return Files.readAllLines(Path.of(from));
    }

    private static void replay(ReplayErasures replay, List<String> lines) {
        long repeated = 0;
        for (String line : lines) {
            if (!line.isBlank() && replay.apply(line) == Erased.ERASED) {
                repeated++;
            }
        }
        StartupConsole.console().println("Effacements répétés / erasures repeated: " + repeated);
    }
}
