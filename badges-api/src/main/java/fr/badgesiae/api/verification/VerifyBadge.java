package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges whatever is brought, as of now, with what we publish and what others publish. Keeps nothing. */
public final class VerifyBadge {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern SECRET = Pattern.compile("/+(claim|me|join)(/|$)", Pattern.CASE_INSENSITIVE);

    private static final int PICTURES_AT_ONCE = 2;
    private static final Duration IN_LINE = Duration.ofSeconds(10);

    private final LargeSubmissionLimit limit = new LargeSubmissionLimit(PICTURES_AT_ONCE, IN_LINE);
    private final Settings settings;
    private final Clock clock;
    private final BadgeVerifier verifier;
    private final Fetcher fetcher;
    private final RegisteredIssuers registry;

    VerifyBadge(Settings settings, Clock clock, BadgeVerifier verifier, Fetcher fetcher, RegisteredIssuers registry) {
        this.settings = settings;
        this.clock = clock;
        this.verifier = verifier;
        this.fetcher = fetcher;
        this.registry = registry;
    }

    /**
     * The judgement; never throws on bad bytes.
     *
     * @throws ProblemException UNPROCESSABLE where it leads to what is its owner's alone, UNAVAILABLE where too much is
     *     brought at a time
     */
    public VerificationReport verify(Submission submission) {
        return shareable(limit.judge(submission, () -> List.of(verifier.verify(submission, policy(registry)))))
                .get(0);
    }

    /**
     * The judgement of a badge of ours, with what was read of its issuer beside it.
     *
     * @param document signed JSON
     * @param organisation that awarded it
     * @param registered what is registered of that organisation; empty where no network answers for it
     */
    public VerificationReport verify(
            String document, OrganisationId organisation, Optional<TrustRegistry.Entry> registered) {
        return verifier.verify(Submission.of(document), policy(registry.knowing(organisation, registered)));
    }

    /** A judgement for each badge in what was brought, such as a presentation of several; throws like the other. */
    List<VerificationReport> verifyEach(Submission submission) {
        return shareable(limit.judge(submission, () -> verifier.verifyEach(submission, policy(registry))));
    }

    /** The address of a slip, a card or an invitation, alone or beside a badge, is not repeated: reports are shown around. */
    private List<VerificationReport> shareable(List<VerificationReport> reports) {
        boolean secret = reports.stream()
                .map(report -> report.check(CheckName.FORMAT))
                .flatMap(format -> Stream.concat(
                        format.reason().arguments().stream(),
                        format.findings().stream().map(Finding::value)))
                .anyMatch(this::leadsToASecret);
        if (secret) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE, "This leads to a slip, a card or an invitation, not to a badge.");
        }
        return reports;
    }

    private boolean leadsToASecret(String argument) {
        try {
            URI address = URI.create(argument);
            return settings.publicUrl().getHost().equalsIgnoreCase(address.getHost())
                    && SECRET.matcher(address.getPath()).lookingAt();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private VerificationPolicy policy(TrustRegistry known) {
        Instant now = clock.instant();
        Instant late = now.plus(PATIENCE);
        VerificationPolicy policy = VerificationPolicy.at(now, fetcher)
                .withTrust(known)
                .withDeadline(() -> clock.instant().isAfter(late));
        return settings.secureCookies() ? policy : policy.withLoopback();
    }
}
