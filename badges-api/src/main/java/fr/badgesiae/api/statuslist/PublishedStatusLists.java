package fr.badgesiae.api.statuslist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.Copies;
import fr.badgesiae.api.platform.documents.DatabasePause;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Status lists by URL. Each read compares the version, so that a set bit is visible at once. */
final class PublishedStatusLists implements DocumentSource {
    static final int MAX_AGE = 60;
    /** 4,000 lists need about 15 MB while one badge in a hundred is revoked, and at most 210 MB. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int BATCH = 1_000;

    private final String prefix;
    private final Database database;
    private final Clock clock;
    private final DatabasePause pause;
    private final Cache<UUID, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<UUID, Kept>weigher((list, copy) -> Copies.ENTRY_BYTES + copy.bytes())
            .build();

    PublishedStatusLists(Settings settings, Database database, Clock clock) {
        this.prefix = settings.url("/status/");
        this.database = database;
        this.clock = clock;
        this.pause = new DatabasePause(clock);
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        String address = uri.toString();
        if (!address.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            String name = address.substring(prefix.length());
            return name.endsWith(StatusListToken.SUFFIX)
                    ? token(Ids.parse(name.substring(0, name.length() - StatusListToken.SUFFIX.length())))
                    : byId(Ids.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The Bitstring Status List credential. */
    Optional<PublishedDocument> byId(UUID list) {
        return kept(list).map(Kept::document);
    }

    /** The Token Status List; empty while it was not signed in the version of the list. */
    Optional<PublishedDocument> token(UUID list) {
        return kept(list).flatMap(copy -> Optional.ofNullable(copy.token()));
    }

    private Optional<Kept> kept(UUID list) {
        Kept known = kept.getIfPresent(list);
        // while the database does not answer, a copy is served until the list expires
        Kept usable = known != null && clock.instant().isBefore(known.validUntil()) ? known : null;
        if (usable != null && !pause.mayAsk()) {
            return Optional.of(usable);
        }
        try {
            Optional<Kept> found = known == null ? read(list) : current(list, known);
            pause.answered();
            return found;
        } catch (JdbiException e) {
            pause.failed();
            if (usable == null) {
                throw e;
            }
            return Optional.of(usable);
        }
    }

    /** Copies every list that this node has not or in an older version. */
    void keepAll() {
        UUID after = new UUID(0, 0);
        List<VersionRow> rows;
        do {
            UUID last = after;
            rows = database.look(handle -> handle.attach(StatusListDao.class).versions(last, BATCH));
            for (VersionRow row : rows) {
                Kept known = kept.getIfPresent(row.listId());
                if (known == null || known.version() != row.version()) {
                    read(row.listId());
                }
                after = row.listId();
            }
        } while (rows.size() == BATCH);
    }

    private Optional<Kept> current(UUID list, Kept known) {
        Optional<Integer> version =
                database.look(handle -> handle.createQuery("SELECT version FROM published_status_version(:list)")
                        .bind("list", list)
                        .map((row, context) -> row.getInt("version"))
                        .findOne());
        return version.isPresent() && version.get() == known.version() ? Optional.of(known) : read(list);
    }

    private Optional<Kept> read(UUID list) {
        return database.inPublic(handle -> handle.attach(StatusListDao.class).published(list))
                .map(row -> {
                    Kept copy = new Kept(
                            row.version(),
                            row.validUntil(),
                            PublishedDocument.of("application/vc", row.document(), MAX_AGE),
                            row.token() == null
                                    ? null
                                    : PublishedDocument.of(StatusListToken.MEDIA_TYPE, row.token(), MAX_AGE));
                    kept.put(list, copy);
                    return copy;
                });
    }

    private record Kept(
            int version,
            Instant validUntil,
            PublishedDocument document,
            @Nullable PublishedDocument token) {
        int bytes() {
            return document.body().length + (token == null ? 0 : Copies.ENTRY_BYTES + token.body().length);
        }
    }
}
