package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.privacy.ConfirmClosings;
import fr.badgesiae.api.privacy.ListDue;
import fr.badgesiae.api.privacy.RunAnswer;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.privacy.erasure.ErasureKind;
import fr.badgesiae.api.privacy.erasure.ReplayErasures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code erasures due}: what the jobs would erase and announce now, in all organisations. {@code erasures confirm}: lets a run over
 * spaces go on that was stopped. {@code erasures list} and {@code erasures replay}: carries erasures over the restore of an
 * older copy. Each prints ids alone, one file or space a line.
 */
public final class ErasuresCommand extends InstallationCommand {
    public ErasuresCommand() {
        super(
                "erasures",
                "says what is due, confirms a stopped run, lists erasures or repeats them after a restore",
                false);
    }

    @Override
    public void configure(Subparser subparser) {
        subparser
                .addArgument("action")
                .choices("due", "confirm", "list", "replay")
                .help("what to do");
        super.configure(subparser);
        subparser
                .addArgument("--since")
                .setDefault("1970-01-01T00:00:00Z")
                .help("list: erasures from this instant on, such as 2026-11-02T09:00:00Z");
        subparser.addArgument("--from").help("replay: the file with the list");
        subparser.addArgument("--run").help("confirm: the id of the stopped run, as due prints it");
    }

    @Override
    Act act(Namespace namespace) throws IOException {
        switch (namespace.getString("action")) {
            case "due" -> {
                return assembly ->
                        lines(assembly.features().privacy().due().apply()).forEach(StartupConsole.console()::println);
            }
            case "confirm" -> {
                String run = namespace.getString("run");
                return assembly -> confirm(assembly.features().privacy().confirm(), run);
            }
            case "list" -> {
                Instant since = since(namespace);
                return assembly ->
                        assembly.features().privacy().list().apply(since).forEach(StartupConsole.console()::println);
            }
            default -> {
                List<String> lines = lines(namespace.getString("from"));
                return assembly -> replay(assembly.features().privacy().replay(), lines);
            }
        }
    }

    /** One line a file or space, one a stopped run, then the sums. */
    static List<String> lines(ListDue.Due due) {
        List<String> lines = new ArrayList<>();
        due.erased().forEach(item -> lines.add("ERASE " + line(item)));
        due.announced().forEach(item -> lines.add("ANNOUNCE " + line(item)));
        due.stops().forEach(stop -> lines.add(line(stop)));
        lines.add("%s : dossiers / files: %d, espaces / spaces: %d, annonces / notices: %d, arrêts / stops: %d"
                .formatted(
                        due.day(),
                        due.erased(ErasureKind.DESK_FILE),
                        due.erased(ErasureKind.SPACE),
                        due.announced().size(),
                        due.stops().size()));
        return lines;
    }

    private static String line(ListDue.Item item) {
        OrganisationId organisation = item.organisation();
        return organisation == null
                ? item.kind() + " " + item.id()
                : item.kind() + " " + organisation + " " + item.id();
    }

    /** An organisation's run is confirmed by its administrator, a run over spaces with this command. */
    private static String line(ListDue.Stop stop) {
        OrganisationId organisation = stop.organisation();
        String part =
                "STOP " + (organisation == null ? "SPACES" : organisation) + " " + stop.due() + "/" + stop.living();
        return stop.run() == null ? part : part + " run " + stop.run();
    }

    private static void confirm(ConfirmClosings confirm, @Nullable String run) {
        RunAnswer answer = run == null ? new RunAnswer.Gone() : confirm.apply(Ids.parse(run));
        if (answer instanceof RunAnswer.Replaced replaced) {
            throw new StartRefused(
                    "Rien n’est confirmé : plus d’espaces sont à fermer depuis. Cet arrêt est remplacé par %s : %d espaces sur %d. Relisez « erasures due », puis confirmez ce numéro."
                            .formatted(replaced.run(), replaced.due(), replaced.living()),
                    "Nothing is confirmed: more spaces have become due. This run was replaced by %s: %d of %d spaces. Read \"erasures due\" again, then confirm that id."
                            .formatted(replaced.run(), replaced.due(), replaced.living()));
        }
        if (answer instanceof RunAnswer.Gone) {
            throw new StartRefused(
                    "Aucun arrêt de ce numéro n’attend. « erasures due » donne le numéro : erasures confirm --run NUMÉRO.",
                    "No stopped run of this id waits. \"erasures due\" gives the id: erasures confirm --run ID.");
        }
        StartupConsole.console()
                .println(
                        "Confirmé : le prochain passage ferme ces espaces. / Confirmed: the next run closes these spaces.");
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
