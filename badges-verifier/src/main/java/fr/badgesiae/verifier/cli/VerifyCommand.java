package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges files, folders, addresses or standard input. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private static final Duration OVERALL = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final Words words;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL|-")
    private List<String> inputs;

    @Mixin
    private PolicyOptions options;

    @Option(names = "--lang", converter = ALanguage.class, paramLabel = "fr|en")
    String language;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--trust", paramLabel = "FILE")
    private Path trust;

    @Option(names = "--trust-signer", paramLabel = "DID")
    private String signer;

    @Option(names = "--recipient", paramLabel = "KIND=VALUE")
    private String recipient;

    @Option(names = "--refresh")
    private boolean refresh;

    @Option(names = "--evidence")
    private boolean evidence;

    VerifyCommand(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws InputException {
        if (recipient != null && !recipient.matches("(?s)[^=]+=.+")) {
            throw new InputException("input.recipient", recipient);
        }
        List<Inputs.Input> named = Inputs.named(inputs, terminal.in());
        return options.run(terminal.clock(), policy -> judgeAll(named, complete(policy)));
    }

    private VerificationPolicy complete(VerificationPolicy given) throws InputException {
        VerificationPolicy policy = given.withRecipient(recipient);
        policy = refresh ? policy.withRefresh() : policy;
        policy = evidence ? policy.withEvidence() : policy;
        return trust == null ? policy : policy.withTrust(TrustFile.read(trust, signer, policy));
    }

    private int judgeAll(List<Inputs.Input> named, VerificationPolicy policy) throws InputException {
        BadgeVerifier verifier = new BadgeVerifier();
        TextReport text = new TextReport(words, terminal.colours(), options.loopback());
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        int reports = 0;
        for (Inputs.Input input : named) {
            Submission submission = input.submission();
            Instant end = terminal.clock().instant().plus(OVERALL);
            for (VerificationReport report : verifier.verifyEach(
                    submission,
                    policy.withDeadline(() -> terminal.clock().instant().isAfter(end)))) {
                terminal.out()
                        .println(json ? ReportJson.write(report, words.locale()).toString() : text.of(report));
                terminal.out().flush();
                counts.merge(report.verdict(), 1, Integer::sum);
                reports++;
            }
        }
        if (!json && reports > 1) {
            terminal.out().println(text.summary(counts));
        }
        return counts.containsKey(Verdict.INVALID)
                ? Main.BAD
                : counts.containsKey(Verdict.UNDETERMINED) ? Main.UNDECIDED : Main.OK;
    }
}
