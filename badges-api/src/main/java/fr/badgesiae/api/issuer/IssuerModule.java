package fr.badgesiae.api.issuer;

import fr.badgesiae.api.issuer.registry.ListRegistryEntries;
import fr.badgesiae.api.issuer.registry.WalletRegistryPages;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.List;

/** Public pages and Profiles of issuers. */
public final class IssuerModule implements Feature {
    private static final Duration COPY_EVERY = Duration.ofMinutes(10);

    private final IssuerProfiles profiles;
    private final PublishedProfiles published;
    private final ListRegistryEntries entries;
    private final List<Object> resources;
    private final Job copying;

    public IssuerModule(Platform platform, Organisations organisations, SigningKeys keys) {
        this.profiles = new IssuerProfiles(organisations, keys);
        this.published = new PublishedProfiles(platform.settings(), platform.database(), profiles, platform.clock());
        this.entries = new ListRegistryEntries(platform.database(), organisations, keys, platform.settings());
        this.resources = List.of(
                new IssuerPages(platform.pages(), keys, published),
                new WalletRegistryPages(platform.pages(), platform.settings(), entries));
        this.copying = Job.onEachNodeFromStart("copy-profiles", COPY_EVERY, () -> published.keepAll(keys));
    }

    /** The Profiles that credentials embed. */
    public IssuerProfiles profiles() {
        return profiles;
    }

    /** Entries for the registries that wallets read. */
    public ListRegistryEntries entries() {
        return entries;
    }

    /** The published Profiles. */
    @Override
    public DocumentSource documents() {
        return published;
    }

    @Override
    public List<Job> jobs() {
        return List.of(copying);
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
