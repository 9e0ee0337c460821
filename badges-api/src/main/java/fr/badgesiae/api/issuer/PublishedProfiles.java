package fr.badgesiae.api.issuer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.DocumentCache;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Profiles of issuers by URL. */
final class PublishedProfiles implements DocumentSource {
    private static final int MAX_AGE = 300;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ISSUER = Pattern.compile("/issuers/([0-9a-f-]{36})");

    private final Settings settings;
    private final Database database;
    private final IssuerProfiles profiles;
    private final DocumentCache cache;

    PublishedProfiles(Settings settings, Database database, IssuerProfiles profiles, DocumentCache cache) {
        this.settings = settings;
        this.database = database;
        this.profiles = profiles;
        this.cache = cache;
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
        return profile.matches()
                ? id(profile.group(1)).flatMap(id -> cache.get(path, () -> profile(new OrganisationId(id))))
                : Optional.empty();
    }

    private Optional<PublishedDocument> profile(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> profiles.find(handle, organisation))
                .map(profile -> PublishedDocument.of("application/ld+json", document(profile), MAX_AGE));
    }

    /** Adds the contexts that make a Profile a document. */
    private static String document(ObjectNode profile) {
        ObjectNode document = JSON.objectNode();
        document.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        return document.setAll(profile).toString();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(Ids.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
