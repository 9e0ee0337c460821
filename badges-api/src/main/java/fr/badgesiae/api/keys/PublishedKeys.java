package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.Copies;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** DID documents, keys and the key set by URL. */
final class PublishedKeys implements DocumentSource {
    /** 4,000 organisations need about 20 MB. */
    private static final long MOST_BYTES = 24L << 20;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MAX_AGE = 300;
    private static final String KEY_SET = "/.well-known/jwks.json";
    private static final String PLATFORM_DID = "/.well-known/did.json";
    private static final Pattern ISSUER_DID = Pattern.compile("/issuers/([0-9a-f-]{36})/did\\.json");
    private static final String JWT_ISSUER = "/.well-known/jwt-vc-issuer/issuers/";
    private static final Pattern JWT_ISSUER_PATH = Pattern.compile(JWT_ISSUER + "([0-9a-f-]{36})");
    private static final Pattern KEY = Pattern.compile("/keys/([0-9a-f-]{36})");

    private final Settings settings;
    private final Database database;
    private final KeyDocuments documents;
    private final Copies<String, PublishedDocument> copies;

    PublishedKeys(Settings settings, Database database, KeyDocuments documents, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.documents = documents;
        this.copies = Copies.ofDocuments(clock, KEPT, MOST_BYTES);
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        return path(uri).flatMap(this::at);
    }

    @Override
    public Optional<PublishedDocument> readAgain(URI uri) {
        path(uri).ifPresent(copies::age);
        return published(uri);
    }

    private Optional<String> path(URI uri) {
        String address = uri.toString();
        String origin = settings.publicUrl().toString();
        return address.startsWith(origin) ? Optional.of(address.substring(origin.length())) : Optional.empty();
    }

    /** The document at a path of this service. */
    Optional<PublishedDocument> at(String path) {
        return switch (path) {
            case PLATFORM_DID -> copies.get(path, () -> did(null));
            case KEY_SET -> copies.get(path, this::keySet);
            default -> below(path);
        };
    }

    private Optional<PublishedDocument> below(String path) {
        Matcher issuer = ISSUER_DID.matcher(path);
        if (issuer.matches()) {
            return id(issuer.group(1)).flatMap(id -> copies.get(path, () -> did(id)));
        }
        Matcher jwtIssuer = JWT_ISSUER_PATH.matcher(path);
        if (jwtIssuer.matches()) {
            return id(jwtIssuer.group(1)).flatMap(id -> copies.get(path, () -> jwtIssuer(id)));
        }
        Matcher key = KEY.matcher(path);
        return key.matches() ? id(key.group(1)).flatMap(id -> copies.get(path, () -> key(id))) : Optional.empty();
    }

    private Optional<PublishedDocument> did(@Nullable UUID organisation) {
        List<KeyRow> keys = database.inPublic(handle -> {
            KeyDao dao = handle.attach(KeyDao.class);
            return organisation == null ? dao.ofPlatform() : dao.of(organisation);
        });
        return keys.isEmpty() ? Optional.empty() : Optional.of(did(organisation, keys));
    }

    private PublishedDocument did(@Nullable UUID organisation, List<KeyRow> keys) {
        return PublishedDocument.of("application/did+json", documents.did(organisation, keys), MAX_AGE);
    }

    private Optional<PublishedDocument> jwtIssuer(UUID organisation) {
        List<KeyRow> keys =
                database.inPublic(handle -> handle.attach(KeyDao.class).of(organisation));
        return keys.isEmpty() ? Optional.empty() : Optional.of(jwtIssuer(organisation, keys));
    }

    private PublishedDocument jwtIssuer(UUID organisation, List<KeyRow> keys) {
        return PublishedDocument.of("application/json", documents.jwtIssuer(organisation, keys), MAX_AGE);
    }

    private Optional<PublishedDocument> key(UUID id) {
        return database.inPublic(handle -> handle.attach(KeyDao.class).byId(id)).map(this::key);
    }

    private PublishedDocument key(KeyRow row) {
        return PublishedDocument.of("application/jwk+json", documents.key(row), MAX_AGE);
    }

    private Optional<PublishedDocument> keySet() {
        List<KeyRow> keys =
                database.inPublic(handle -> handle.attach(KeyDao.class).trusted());
        return Optional.of(PublishedDocument.of("application/jwk-set+json", documents.keySet(keys), MAX_AGE));
    }

    /** Copies every document, so that this node serves it while the database does not answer. */
    void keepAll() {
        database.inPublic(handle -> {
            try (Stream<KeyRow> rows = handle.attach(KeyDao.class).published()) {
                List<KeyRow> ofOne = new ArrayList<>();
                rows.forEach(row -> {
                    if (!ofOne.isEmpty() && !Objects.equals(ofOne.get(0).organisationId(), row.organisationId())) {
                        keepOne(ofOne);
                        ofOne.clear();
                    }
                    ofOne.add(row);
                });
                keepOne(ofOne);
            }
            return true;
        });
        at(KEY_SET);
    }

    /** @param keys of one organisation or of the platform */
    private void keepOne(List<KeyRow> keys) {
        if (keys.isEmpty()) {
            return;
        }
        UUID organisation = keys.get(0).organisationId();
        String path = organisation == null ? PLATFORM_DID : "/issuers/" + organisation + "/did.json";
        copies.keep(path, did(organisation, keys));
        if (organisation != null) {
            copies.keep(JWT_ISSUER + organisation, jwtIssuer(organisation, keys));
        }
        keys.forEach(row -> copies.keep("/keys/" + row.id(), key(row)));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(Ids.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
