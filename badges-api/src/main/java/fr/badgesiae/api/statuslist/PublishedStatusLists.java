package fr.badgesiae.api.statuslist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;

/** Status lists by URL. Each read compares the version, so that a set bit is visible at once. */
final class PublishedStatusLists implements DocumentSource {
    static final int MAX_AGE = 60;
    private static final int MOST = 5_000;

    private final String prefix;
    private final Database database;
    private final Clock clock;
    private final Cache<UUID, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PublishedStatusLists(Settings settings, Database database, Clock clock) {
        this.prefix = settings.url("/status/");
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        String address = uri.toString();
        if (!address.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return byId(Ids.parse(address.substring(prefix.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<PublishedDocument> byId(UUID list) {
        Kept known = kept.getIfPresent(list);
        try {
            return known == null ? read(list) : current(list, known);
        } catch (JdbiException e) {
            // database unreachable: serve the cached list until it expires
            if (known == null || !clock.instant().isBefore(known.validUntil())) {
                throw e;
            }
            return Optional.of(known.document());
        }
    }

    private Optional<PublishedDocument> current(UUID list, Kept known) {
        Optional<Integer> version =
                database.look(handle -> handle.createQuery("SELECT version FROM published_status_version(:list)")
                        .bind("list", list)
                        .map((row, context) -> row.getInt("version"))
                        .findOne());
        return version.isPresent() && version.get() == known.version() ? Optional.of(known.document()) : read(list);
    }

    private Optional<PublishedDocument> read(UUID list) {
        return database.inPublic(handle -> handle.attach(StatusListDao.class).published(list))
                .map(row -> {
                    PublishedDocument document = PublishedDocument.of("application/vc", row.document(), MAX_AGE);
                    kept.put(list, new Kept(row.version(), row.validUntil(), document));
                    return document;
                });
    }

    private record Kept(int version, Instant validUntil, PublishedDocument document) {}
}
