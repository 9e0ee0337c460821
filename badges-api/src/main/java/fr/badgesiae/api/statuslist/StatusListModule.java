package fr.badgesiae.api.statuslist;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.jobs.Job;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Status lists: indexes allocated, bits set, lists signed and published. */
public final class StatusListModule implements Feature {
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    /** As long as others may keep a list. */
    private static final Duration COPY_EVERY = Duration.ofSeconds(PublishedStatusLists.MAX_AGE);

    private final Platform platform;
    private final StatusLists statusLists;
    private final PublishedStatusLists published;
    private final SignStatusListsJob job;

    public StatusListModule(Platform platform, KeysModule keys) {
        this.platform = platform;
        SignStatusList sign = new SignStatusList(
                platform.settings(), platform.clock(), platform.audit(), keys.signingKeys(), keys.signer());
        this.statusLists =
                new StatusLists(platform.settings(), platform.vault(), platform.ids(), platform.clock(), sign);
        this.published = new PublishedStatusLists(platform.settings(), platform.database(), platform.clock());
        this.job = new SignStatusListsJob(platform.database(), platform.clock(), sign);
    }

    public StatusLists statusLists() {
        return statusLists;
    }

    @Override
    public DocumentSource documents() {
        return published;
    }

    /**
     * The URL of an organisation's newest signed list, or none. Not that of its token: a node of an earlier release, which may
     * answer during an upgrade, serves none.
     */
    @Override
    public List<URI> sampleAddresses(OrganisationId organisation) {
        return platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(StatusListDao.class).newest(organisation.value()))
                .stream()
                .map(list -> URI.create(statusLists.url(list)))
                .toList();
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                Job.onOneNode("sign-status-lists", LOOK_EVERY, job),
                Job.onEachNodeFromStart("copy-status-lists", COPY_EVERY, published::keepAll));
    }

    /** Signed with the organisation's key, which therefore exists before. */
    @Override
    public void organisationCreated(Handle handle, OrganisationId organisation) {
        statusLists.createFor(handle, organisation);
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(StatusListAudit.values());
    }

    @Override
    public List<Object> resources() {
        return List.of(new StatusListResource(published));
    }

    @Override
    public Map<String, HealthCheck> healthChecks() {
        return Map.of("status-lists", new StatusListHealthCheck(platform.database(), platform.clock()));
    }
}
