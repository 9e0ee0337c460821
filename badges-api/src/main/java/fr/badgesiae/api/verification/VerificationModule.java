package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.limits.RateLimitFilter;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import java.util.List;

/** Wires the verification pages and API. */
public final class VerificationModule implements Feature {
    private static final int VERIFICATIONS_A_MINUTE = 60;

    private final VerifyBadge verify;
    private final List<Object> resources;

    /**
     * @param verifier the one that everybody's badges are judged by
     * @param documents what we publish: keys, status lists, shared badges
     * @param network the door to documents of others
     */
    public VerificationModule(
            Platform platform,
            VerificationViews views,
            BadgeVerifier verifier,
            List<DocumentSource> documents,
            Fetcher network) {
        RegisteredIssuers issuers = new RegisteredIssuers(platform.settings(), views.organisations(), views.imported());
        this.verify = new VerifyBadge(
                platform.settings(),
                platform.clock(),
                verifier,
                new HostedDocuments(platform.settings(), documents, network),
                issuers);
        this.resources = List.of(
                new VerifyPages(
                        platform.settings(),
                        platform.pages(),
                        verify,
                        new Reports(platform.settings(), platform.database(), issuers, views.credentials())),
                new VerificationResource(verify),
                new RateLimitFilter(new RequestBudget(platform.clock(), VERIFICATIONS_A_MINUTE)));
    }

    /** The same judgement for other features. */
    public VerifyBadge verify() {
        return verify;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
