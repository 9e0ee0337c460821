package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Judges whatever is brought, as of now, with what we publish and what others publish. Keeps nothing. */
public final class VerifyBadge {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

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

    /** The judgement; never throws on bad bytes. */
    public VerificationReport verify(Submission submission) {
        return verifier.verify(submission, policy(registry));
    }

    /** The judgement of a badge behind a link, with what was read of its issuer beside it. */
    VerificationReport verify(SharedBadge shared) {
        return verifier.verify(Submission.of(shared.document()), policy(registry.knowing(shared)));
    }

    /** A judgement for each badge in what was brought, such as a presentation of several. */
    List<VerificationReport> verifyEach(Submission submission) {
        return verifier.verifyEach(submission, policy(registry));
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
