package fr.badgesiae.api.privacy.erasure;

import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.List;

/** Lists the erasures since an instant, ids alone, to be repeated after a restore. */
public final class ListErasures {
    private final Database database;

    public ListErasures(Database database) {
        this.database = database;
    }

    /** One line each, as {@link ReplayErasures} reads it; the oldest first. */
    public List<String> apply(Instant since) {
        return database.inPublic(handle -> handle.attach(ErasureDao.class).since(since)).stream()
                .map(row -> row.kind() == ErasureKind.SPACE
                        ? row.kind() + " " + row.holderId()
                        : row.kind() + " " + row.organisationId() + " " + row.workerId())
                .toList();
    }
}
