package fr.badgesiae.api.issuer;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentCache;
import fr.badgesiae.api.platform.documents.DocumentSource;
import java.time.Duration;
import java.util.List;

/** Public pages and Profiles of issuers. */
public final class IssuerModule implements Feature {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final IssuerProfiles profiles;
    private final PublishedProfiles published;
    private final List<Object> resources;

    public IssuerModule(Platform platform, Organisations organisations, SigningKeys keys) {
        this.profiles = new IssuerProfiles(organisations, keys);
        this.published = new PublishedProfiles(
                platform.settings(), platform.database(), profiles, new DocumentCache(platform.clock(), KEPT));
        this.resources = List.of(new IssuerPages(platform.pages(), organisations, keys, published));
    }

    /** The Profiles that credentials embed. */
    public IssuerProfiles profiles() {
        return profiles;
    }

    /** The published Profiles. */
    @Override
    public DocumentSource documents() {
        return published;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
