package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.journal.seal.Finding;
import fr.badgesiae.api.journal.seal.SealReport;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code audit verify}: compares the journal with its seal, one line an organisation, and ends with 1 where they disagree. {@code
 * audit list}: the signed days, to be kept elsewhere. Both print ids and figures alone.
 */
public final class AuditCommand extends InstallationCommand {
    /** Of each organisation, so many findings are printed. */
    private static final int MOST = 3;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) [\\w.-]+");

    public AuditCommand() {
        super("audit", "verifies the seal of the journal, or lists its signed days", false, false);
    }

    @Override
    public void configure(Subparser subparser) {
        subparser.addArgument("action").choices("verify", "list").help("what to do");
        super.configure(subparser);
        subparser
                .addArgument("--organisation")
                .help("verify: its id, the last part of its public address /issuers/…; without it, every organisation");
        subparser.addArgument("--days").help("verify: a file with the signed days that were listed before");
    }

    @Override
    Act act(Namespace namespace) throws IOException {
        if (namespace.getString("action").equals("list")) {
            return assembly ->
                    assembly.features().journal().seal().days().apply().forEach(StartupConsole.console()::println);
        }
        Optional<OrganisationId> one = organisation(namespace.getString("organisation"));
        List<String> days = days(namespace.getString("days"));
        return assembly -> verify(assembly, one, days);
    }

    private static Optional<OrganisationId> organisation(@Nullable String text) {
        return Optional.ofNullable(text).map(OrganisationArgument::parse);
    }

    private static List<String> days(@Nullable String file) throws IOException {
        List<String> lines = file == null ? List.of() : Files.readAllLines(Path.of(file));
        if (!lines.stream().allMatch(line -> DAY.matcher(line).matches())) {
            throw new StartRefused(
                    "Ce fichier a une ligne que « audit list » n’écrit pas.",
                    "This file has a line that audit list does not write.");
        }
        return lines;
    }

    private static void verify(Assembly assembly, Optional<OrganisationId> one, List<String> days) {
        SealReport report = assembly.features()
                .journal()
                .seal()
                .verify()
                .apply(one, days)
                .orElseThrow(() ->
                        new StartRefused("Aucune structure sous cet identifiant.", "No organisation under this id."));
        lines(report).forEach(StartupConsole.console()::println);
        if (!report.sound()) {
            throw new StartRefused(
                    "Le journal et son sceau ne concordent pas : voyez les lignes FAULT, et docs/security.md.",
                    "The journal and its seal disagree: see the lines FAULT, and docs/security.md.");
        }
    }

    /** One line an organisation, one for lines without one, one for the installation. */
    static List<String> lines(SealReport report) {
        List<String> lines = new ArrayList<>();
        for (SealReport.Chain chain : report.chains()) {
            String name = chain.ofNobody() ? "PLATFORM" : chain.owner().toString();
            String figures = "lines %d, heads %d, forgotten %d, waiting %d"
                    .formatted(chain.lines(), chain.heads(), chain.forgotten(), chain.waiting());
            lines.add(line(name, figures, chain.findings()));
        }
        String since =
                report.since() == null ? "" : ", sealed since " + report.since() + " (round " + report.first() + ")";
        lines.add(line("INSTALLATION", "rounds and signed days" + since, report.installation()));
        return lines;
    }

    private static String line(String name, String figures, List<Finding> findings) {
        String found = findings.stream().limit(MOST).map(Finding::toString).collect(Collectors.joining("; "));
        String more = findings.size() > MOST ? "; and " + (findings.size() - MOST) + " more" : "";
        return findings.isEmpty() ? "OK " + name + " " + figures : "FAULT " + name + " " + found + more;
    }
}
