package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationReport;
import java.util.Optional;

/** Verifies a badge that this service released, as every scan does. */
public final class VerifyReleased {
    private final BadgeVerifier verifier;
    private final ServicePolicy policy;
    private final RegisteredIssuers registry;

    VerifyReleased(BadgeVerifier verifier, ServicePolicy policy, RegisteredIssuers registry) {
        this.verifier = verifier;
        this.policy = policy;
        this.registry = registry;
    }

    /** For the badges of one page: what several of them need is read once. For one thread. */
    public VerifyReleased together() {
        return new VerifyReleased(verifier, policy.together(), registry);
    }

    /**
     * Verifies the badge with a registry entry that was read together with it.
     *
     * @param document signed JSON
     * @param organisation that awarded the badge
     * @param registered the entry of that organisation; empty where no network answers for it
     */
    public VerificationReport apply(
            String document, OrganisationId organisation, Optional<TrustRegistry.Entry> registered) {
        return verifier.verify(Submission.of(document), policy.asOfNow(registry.knowing(organisation, registered)));
    }
}
