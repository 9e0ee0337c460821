package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when and how a holder's space was opened. */
final class ListVisits {
    private static final int MOST = 50;

    private final Database database;

    ListVisits(Database database) {
        this.database = database;
    }

    /** @param phone the name that the phone had, or null */
    record Visit(Instant at, Visits.Way way, @Nullable String phone) {}

    /** Reads the latest visits, newest first. */
    List<Visit> apply(HolderId holder) {
        return database
                .inHolder(holder, handle -> handle.attach(HolderDao.class).visits(holder.value(), MOST))
                .stream()
                .map(row -> new Visit(row.at(), Visits.Way.valueOf(row.how()), row.phone()))
                .toList();
    }
}
