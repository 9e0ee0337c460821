package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.ReportJson;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies files, folders, URLs or standard input: one in full, several with one line each. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private static final Duration OVERALL = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final Messages words;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL|-")
    private List<String> inputs;

    @Mixin
    private final PolicyOptions options = new PolicyOptions();

    @Option(names = "--at", converter = InstantConverter.class, paramLabel = "INSTANT")
    private @Nullable Instant at;

    @Option(names = "--json")
    private boolean json;

    @Option(names = {"-v", "--verbose"})
    private boolean verbose;

    @Option(names = "--trust", paramLabel = "FILE")
    private @Nullable Path trust;

    @Option(names = "--trust-signer", paramLabel = "DID")
    private @Nullable String signer;

    @Option(names = "--recipient", paramLabel = "KIND=VALUE")
    private @Nullable String recipient;

    @Option(names = "--refresh")
    private boolean refresh;

    @Option(names = "--evidence")
    private boolean evidence;

    VerifyCommand(Terminal terminal, Messages words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws InputException {
        if (recipient != null && !recipient.matches("(?s)[^=]+=.+")) {
            throw new InputException("input.recipient", recipient);
        }
        if (signer != null && trust == null) {
            throw new InputException("input.signer-alone");
        }
        List<Inputs.Input> named = Inputs.named(inputs, terminal.in());
        Instant now = at == null ? terminal.clock().instant() : at;
        return options.run(now, terminal.clock(), policy -> verifyAll(named, complete(policy)));
    }

    private VerificationPolicy complete(VerificationPolicy given) throws InputException {
        VerificationPolicy policy = recipient == null ? given : given.withRecipient(recipient);
        policy = refresh ? policy.withRefresh() : policy;
        policy = evidence ? policy.withEvidence() : policy;
        return trust == null ? policy : policy.withTrust(TrustFile.read(trust, signer, policy));
    }

    private int verifyAll(List<Inputs.Input> named, VerificationPolicy policy) throws InputException {
        BadgeVerifier verifier = new BadgeVerifier();
        TextReport text = new TextReport(words, terminal.colours(), options.loopback());
        boolean several = inputs.size() > 1 || Inputs.isFolder(inputs.get(0));
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        boolean unread = false;
        for (Inputs.Input input : named) {
            try {
                for (VerificationReport report : verifier.verifyEach(input.submission(), inTime(policy))) {
                    print(report, text, several);
                    counts.merge(report.verdict(), 1, Integer::sum);
                }
            } catch (InputException e) {
                // Unreadable files do not stop the verification of the others.
                terminal.err().println(e.say(words));
                unread = true;
            }
        }
        if (!json
                && (several
                        || counts.values().stream().mapToInt(Integer::intValue).sum() > 1)) {
            terminal.out().println(text.summary(counts));
        }
        return unread ? Main.USAGE : code(counts);
    }

    private VerificationPolicy inTime(VerificationPolicy policy) {
        Instant end = terminal.clock().instant().plus(OVERALL);
        return policy.withDeadline(() -> terminal.clock().instant().isAfter(end));
    }

    private void print(VerificationReport report, TextReport text, boolean several) {
        if (json) {
            terminal.out().println(ReportJson.write(report, words.locale()).toString());
        } else {
            terminal.out().println(several && !verbose ? text.line(report) : text.of(report));
        }
        terminal.out().flush();
    }

    private static int code(Map<Verdict, Integer> counts) {
        return counts.containsKey(Verdict.INVALID)
                ? Main.BAD
                : counts.containsKey(Verdict.UNDETERMINED) ? Main.UNDECIDED : Main.OK;
    }
}
