package fr.badgesiae.api.issuer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.Copies;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Profiles of issuers by URL: the document, and what the page shows. */
final class PublishedProfiles implements DocumentSource {
    /** 4,000 organisations need about 10 MB. */
    private static final long MOST_BYTES = 16L << 20;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final int MAX_AGE = 300;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ISSUER = Pattern.compile("/issuers/([0-9a-f-]{36})");

    private final Settings settings;
    private final Database database;
    private final IssuerProfiles profiles;
    private final Copies<OrganisationId, PublishedDocument> documents;
    private final Copies<OrganisationId, OrganisationProfile> shown;

    PublishedProfiles(Settings settings, Database database, IssuerProfiles profiles, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.profiles = profiles;
        this.documents = Copies.ofDocuments(clock, KEPT, MOST_BYTES / 2);
        // the page shows a change at once
        this.shown = new Copies<>(clock, Duration.ZERO, MOST_BYTES / 2, PublishedProfiles::bytes);
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        String address = uri.toString();
        String origin = settings.publicUrl().toString();
        return address.startsWith(origin) ? at(address.substring(origin.length())) : Optional.empty();
    }

    /** The document at a path of this service. */
    Optional<PublishedDocument> at(String path) {
        Matcher profile = ISSUER.matcher(path);
        return profile.matches() ? id(profile.group(1)).flatMap(this::document) : Optional.empty();
    }

    private Optional<PublishedDocument> document(OrganisationId organisation) {
        return documents.get(organisation, () -> read(organisation).map(this::document));
    }

    /** What the page of an issuer shows. */
    Optional<OrganisationProfile> shown(OrganisationId organisation) {
        return shown.get(organisation, () -> read(organisation));
    }

    private Optional<OrganisationProfile> read(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> profiles.read(handle, organisation));
    }

    /** Copies the profile of every owner of keys, so that this node serves it while the database does not answer. */
    void keepAll(SigningKeys keys) {
        UUID after = new UUID(0, 0);
        List<OrganisationId> owners;
        do {
            UUID last = after;
            owners = database.inPublic(handle -> keys.owners(handle, last, BATCH));
            for (OrganisationId owner : owners) {
                read(owner).ifPresent(profile -> {
                    documents.keep(owner, document(profile));
                    shown.keep(owner, profile);
                });
                after = owner.value();
            }
        } while (owners.size() == BATCH);
    }

    private static int bytes(OrganisationProfile profile) {
        return 2 * profile.toString().length();
    }

    private PublishedDocument document(OrganisationProfile profile) {
        return PublishedDocument.of("application/ld+json", document(profiles.write(profile)), MAX_AGE);
    }

    /** Adds the contexts that make a Profile a document. */
    private static String document(ObjectNode profile) {
        ObjectNode document = JSON.objectNode();
        document.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        return document.setAll(profile).toString();
    }

    private static Optional<OrganisationId> id(String text) {
        try {
            return Optional.of(new OrganisationId(Ids.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
