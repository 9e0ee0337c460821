package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.verification.submission.LargeSubmissionLimit;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Verifies whatever anybody submits, with the documents that we and others publish now. Nothing is kept. */
final class VerifySubmission {
    private static final Pattern SECRET =
            Pattern.compile("/+(claim|me|join|access|wallet|contacts|e|r)(/|$)", Pattern.CASE_INSENSITIVE);
    private static final int LARGE_AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final LargeSubmissionLimit limit;
    private final Settings settings;
    private final BadgeVerifier verifier;
    private final ServicePolicy policy;

    VerifySubmission(Settings settings, BadgeVerifier verifier, ServicePolicy policy) {
        this(settings, verifier, policy, new LargeSubmissionLimit(LARGE_AT_ONCE, LONGEST_WAIT));
    }

    private VerifySubmission(
            Settings settings, BadgeVerifier verifier, ServicePolicy policy, LargeSubmissionLimit limit) {
        this.limit = limit;
        this.settings = settings;
        this.verifier = verifier;
        this.policy = policy;
    }

    /** The same under another policy, within the same limit. */
    VerifySubmission under(ServicePolicy other) {
        return new VerifySubmission(settings, verifier, other, limit);
    }

    /** What a submission contains. */
    sealed interface Outcome permits Verified, Secret {
        <T> T fold(Cases<T> cases);
    }

    /** One answer for each outcome. */
    interface Cases<T> {
        T verified(List<VerificationReport> reports);

        T secret();
    }

    /** A report for each badge in document order, or one for anything that is no badge. */
    record Verified(List<VerificationReport> reports) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.verified(reports);
        }
    }

    /**
     * An address with a secret: of a slip, a card, an invitation, an offer to a wallet, a poster, a confirmation. Reports are passed on:
     * they never repeat it.
     */
    record Secret() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.secret();
        }
    }

    /**
     * Verifies a submission; never throws on bad bytes.
     *
     * @throws ProblemException OVERLOADED where too many large submissions are waiting
     */
    Outcome apply(Submission submission) {
        List<VerificationReport> reports =
                limit.run(submission, () -> verifier.verifyEach(submission, policy.asOfNow()));
        return leadToSecret(reports) ? new Secret() : new Verified(reports);
    }

    private boolean leadToSecret(List<VerificationReport> reports) {
        return reports.stream()
                .map(report -> report.check(CheckName.FORMAT))
                .flatMap(format -> Stream.concat(
                        format.reason().arguments().stream(),
                        format.findings().stream().map(Finding::value)))
                .anyMatch(this::isSecretAddress);
    }

    private boolean isSecretAddress(String argument) {
        try {
            URI address = URI.create(argument);
            return settings.publicUrl().getHost().equalsIgnoreCase(address.getHost())
                    && SECRET.matcher(address.getPath()).lookingAt();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
