package fr.badgesiae.api;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.organisation.OrganisationCreated;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.SitePaths;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.documents.PublishedDocumentsProbe;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.search.SearchPart;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the features hand over: the platform asks each of them, in dependency order. */
public final class Contributions {
    private final List<Feature> all;
    private final PublishedDocumentsProbe probe;

    /**
     * @param all the features, of which the first ask for contributions of later ones, once all are built
     * @param organisations a few that publish documents, for the probe
     */
    Contributions(List<Feature> all, Supplier<List<OrganisationId>> organisations, Clock clock) {
        this.all = all;
        this.probe =
                new PublishedDocumentsProbe(List.of(this::published), new SampleAddresses(organisations, all), clock);
    }

    /** The personal data of each feature. */
    List<PersonalData> personalData() {
        return all.stream().map(Feature::personalData).toList();
    }

    /** What becomes of each feature's rows when two files of one person are merged. */
    List<MergedTable> mergedTables() {
        return all.stream().flatMap(feature -> feature.mergedTables().stream()).toList();
    }

    /** Writes the rows that must exist before the first request. Runs after migration. */
    void prepare() {
        all.forEach(Feature::prepare);
    }

    /** Saves the state that this node holds in memory, before it stops. */
    void finish() {
        all.forEach(Feature::finish);
    }

    /** All resources and filters of the features. */
    List<Object> resources() {
        return all.stream().flatMap(feature -> feature.resources().stream()).toList();
    }

    /** The features' jobs and the probe's. */
    public List<Job> jobs() {
        Job probing = Job.onEachNode("look-from-outside", PublishedDocumentsProbe.INTERVAL, probe::look);
        return Stream.concat(all.stream().flatMap(feature -> feature.jobs().stream()), Stream.of(probing))
                .toList();
    }

    /** The features' health checks and the probe's, by name. */
    Map<String, HealthCheck> healthChecks() {
        Map<String, HealthCheck> checks = new TreeMap<>();
        all.forEach(feature -> checks.putAll(feature.healthChecks()));
        checks.put("published-documents", probe.healthCheck());
        return checks;
    }

    /** Paths that the layout and the session filter link or redirect to. */
    SitePaths paths() {
        return SitePaths.of(all);
    }

    /** Compares the published documents, fetched through the public address, with those of this node. */
    PublishedDocumentsProbe probe() {
        return probe;
    }

    /** Listeners to a new organisation: in the same transaction, in dependency order. */
    List<OrganisationCreated> organisationCreated() {
        return all.stream()
                .<OrganisationCreated>map(feature -> feature::organisationCreated)
                .toList();
    }

    /** Lines of the desk's work list. */
    List<Todo> todos() {
        return all.stream().flatMap(feature -> feature.todos().stream()).toList();
    }

    /** What the search of the desk finds. */
    public List<SearchPart> searchParts() {
        return all.stream().flatMap(feature -> feature.searchParts().stream()).toList();
    }

    /** Work of a member that somebody takes over when they leave. */
    public List<OpenWork> openWork() {
        return all.stream().flatMap(feature -> feature.openWork().stream()).toList();
    }

    /** One of our published documents, found without a request to ourselves. */
    Optional<PublishedDocument> published(URI address) {
        return all.stream()
                .flatMap(feature -> feature.documents().published(address).stream())
                .findFirst();
    }
}
