package fr.badgesiae.api.statuslist;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Status lists: indexes allocated, bits set, lists signed and published. */
public final class StatusListModule {
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private final Platform platform;
    private final StatusLists statusLists;
    private final PublishedStatusLists published;

    public StatusListModule(Platform platform, KeysModule keys) {
        this.platform = platform;
        SignStatusList sign = new SignStatusList(
                platform.settings(), platform.clock(), platform.audit(), keys.signingKeys(), keys.signer());
        this.statusLists =
                new StatusLists(platform.settings(), platform.vault(), platform.ids(), platform.clock(), sign);
        this.published = new PublishedStatusLists(platform.settings(), platform.database(), platform.clock());
        platform.jobs()
                .every(
                        "sign-status-lists",
                        LOOK_EVERY,
                        new SignStatusListsJob(platform.database(), platform.clock(), sign));
    }

    /** Its {@code createFor} listens for new organisations, after that of the keys. */
    public StatusLists statusLists() {
        return statusLists;
    }

    public DocumentSource documents() {
        return published;
    }

    /** The URL of an organisation's newest signed list, or none. */
    public List<URI> addresses(OrganisationId organisation) {
        return platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(StatusListDao.class).newest(organisation.value()))
                .stream()
                .map(list -> URI.create(platform.settings().url("/status/" + list)))
                .toList();
    }

    public List<Object> resources() {
        return List.of(new StatusListResource(published));
    }

    public Map<String, HealthCheck> healthChecks() {
        return Map.of("status-lists", new StatusListHealthCheck(platform.database(), platform.clock()));
    }
}
