package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.DocumentCache;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DID documents, keys and the key set by URL. */
final class PublishedKeys implements DocumentSource {
    private static final int MAX_AGE = 300;
    private static final Pattern ISSUER_DID = Pattern.compile("/issuers/([0-9a-f-]{36})/did\\.json");
    private static final Pattern KEY = Pattern.compile("/keys/([0-9a-f-]{36})");

    private final Settings settings;
    private final Database database;
    private final KeyDocuments documents;
    private final DocumentCache cache;

    PublishedKeys(Settings settings, Database database, KeyDocuments documents, DocumentCache cache) {
        this.settings = settings;
        this.database = database;
        this.documents = documents;
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
        return switch (path) {
            case "/.well-known/did.json" -> cache.get(path, () -> did(null));
            case "/.well-known/jwks.json" -> cache.get(path, this::keySet);
            default -> below(path);
        };
    }

    private Optional<PublishedDocument> below(String path) {
        Matcher issuer = ISSUER_DID.matcher(path);
        if (issuer.matches()) {
            return id(issuer.group(1)).flatMap(id -> cache.get(path, () -> did(id)));
        }
        Matcher key = KEY.matcher(path);
        return key.matches() ? id(key.group(1)).flatMap(id -> cache.get(path, () -> key(id))) : Optional.empty();
    }

    private Optional<PublishedDocument> did(@Nullable UUID organisation) {
        List<KeyRow> keys = database.inPublic(handle -> {
            KeyDao dao = handle.attach(KeyDao.class);
            return organisation == null ? dao.ofPlatform() : dao.of(organisation);
        });
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(PublishedDocument.of("application/did+json", documents.did(organisation, keys), MAX_AGE));
    }

    private Optional<PublishedDocument> key(UUID id) {
        return database.inPublic(handle -> handle.attach(KeyDao.class).byId(id))
                .map(row -> PublishedDocument.of("application/jwk+json", documents.key(row), MAX_AGE));
    }

    private Optional<PublishedDocument> keySet() {
        List<KeyRow> keys =
                database.inPublic(handle -> handle.attach(KeyDao.class).trusted());
        return Optional.of(PublishedDocument.of("application/jwk-set+json", documents.keySet(keys), MAX_AGE));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(Ids.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
