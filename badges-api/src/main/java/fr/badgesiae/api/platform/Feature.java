package fr.badgesiae.api.platform;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.html.Link;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.search.SearchPart;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The contributions of one feature to the service, read in dependency order. A feature overrides only the methods that it
 * needs.
 */
public interface Feature {
    /** Jersey components: resources and their filters. */
    List<Object> resources();

    default List<Job> jobs() {
        return List.of();
    }

    /** Health checks by name. */
    default Map<String, HealthCheck> healthChecks() {
        return Map.of();
    }

    /** The documents that the feature publishes, by address. */
    default DocumentSource documents() {
        return address -> Optional.empty();
    }

    /** A few addresses of an organisation's published documents, for the probe of the public address. */
    default List<URI> sampleAddresses(OrganisationId organisation) {
        return List.of();
    }

    /** Entries of the desk's navigation. */
    default List<NavigationEntry> navigation() {
        return List.of();
    }

    /** Lines of the desk's work list. */
    default List<Todo> todos() {
        return List.of();
    }

    /** What the search of the desk finds. */
    default List<SearchPart> searchParts() {
        return List.of();
    }

    /** Work of a member that somebody takes over when they leave. */
    default List<OpenWork> openWork() {
        return List.of();
    }

    /** Paths of pages, each with the path of the navigation entry that it belongs to. */
    default Map<String, String> sections() {
        return Map.of();
    }

    /** Links in the footer of every page. */
    default List<Link> footer() {
        return List.of();
    }

    /** Paths that the platform redirects to or posts to. */
    default Map<EntryPoint, String> entryPoints() {
        return Map.of();
    }

    /** The closed list of the feature's audit codes. */
    default List<AuditCode> auditCodes() {
        return List.of();
    }

    /** The feature's part of the personal data. */
    default PersonalData personalData() {
        return PersonalData.NONE;
    }

    /** What becomes of the rows about a person when two files of theirs are merged. */
    default List<MergedTable> mergedTables() {
        return List.of();
    }

    /** Path templates that contain a secret: never logged, never repeated in an answer. */
    default List<String> secretPaths() {
        return List.of();
    }

    /** Adds the rows of a new organisation, in the transaction that creates it. */
    default void organisationCreated(Handle handle, OrganisationId organisation) {}

    /** Writes the rows that must exist before the first request. Runs after migration. */
    default void prepare() {}

    /** Saves the state that this node holds in memory, before it stops. */
    default void finish() {}
}
