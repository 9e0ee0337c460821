package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the classes of the service while its database is made: seconds in which the process would only wait. */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    /** Enough of a badge for contexts and schemas to be read. */
    private static final String BADGE = """
            {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "type": ["VerifiableCredential", "OpenBadgeCredential"], "issuer": "did:web:exemple.invalid",
             "credentialSubject": {"type": ["AchievementSubject"]}}
            """;

    private WarmUp() {}

    /** @param idle makes a service that is thrown away; it may have no database */
    public static void begin(Supplier<Assembly> idle, Clock clock) {
        Thread thread = new Thread(() -> run(idle, clock), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Supplier<Assembly> idle, Clock clock) {
        try {
            Assembly made = idle.get();
            LOG.debug("Warming up for {}", made.platform().settings().publicUrl());
            new BadgeVerifier()
                    .verify(
                            Submission.of(BADGE),
                            VerificationPolicy.at(
                                    clock.instant(),
                                    (uri, limits) ->
                                            new FetchResult.Failed(FetchResult.Failure.OFFLINE, "nothing is fetched")));
        } catch (RuntimeException e) {
            // What really starts says what is wrong.
            LOG.debug("Warming up failed", e);
        }
    }
}
