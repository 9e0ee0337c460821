package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.limits.RateLimitFilter;
import fr.badgesiae.api.verification.resemblance.FindResemblance;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import java.util.List;

/** Wires the verification pages and API. */
public final class VerificationModule implements Feature {
    private static final int VERIFICATIONS_A_MINUTE = 60;

    private final VerifyReleased verify;
    private final VerifyToKeep verifyToKeep;
    private final Reports reports;
    private final List<Object> resources;

    /**
     * @param documents the sources of the documents that we publish: keys, status lists, shared badges
     * @param network fetches the documents of others
     */
    public VerificationModule(
            Platform platform,
            VerificationViews views,
            BadgeVerifier verifier,
            List<DocumentSource> documents,
            Fetcher network) {
        RegisteredIssuers issuers = new RegisteredIssuers(platform.settings(), views.organisations(), views.imported());
        ServicePolicy policy = new ServicePolicy(
                platform.settings(),
                platform.clock(),
                new HostedDocuments(platform.settings(), documents, network),
                issuers);
        this.verify = new VerifyReleased(verifier, policy, issuers);
        VerifySubmission submission = new VerifySubmission(platform.settings(), verifier, policy);
        FindOwnCredential findOwn = new FindOwnCredential(platform.settings(), platform.database(), issuers, views);
        this.verifyToKeep = new VerifyToKeep(platform.settings(), submission, policy, issuers);
        this.reports =
                new Reports(platform.settings(), findOwn, new FindResemblance(platform.database(), platform.clock()));
        this.resources = List.of(
                new VerifyPages(platform.settings(), platform.pages(), submission, reports),
                new VerificationResource(submission, reports),
                new IssuedBadgePages(platform.pages(), platform.settings(), views.shown()),
                new RateLimitFilter(platform.throttles().budget("verifications", VERIFICATIONS_A_MINUTE)));
    }

    /** Verifies badges of ours for other features. */
    public VerifyReleased verify() {
        return verify;
    }

    /** Verifies badges of others for a holder who keeps them. */
    public VerifyToKeep verifyToKeep() {
        return verifyToKeep;
    }

    /** Reports as pages show them. */
    public Reports reports() {
        return reports;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
