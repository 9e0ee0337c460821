package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads a holder's badges, each with the number of links that show it. */
public final class ListBadges {
    private final Database database;
    private final Clock clock;

    public ListBadges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One badge of the list.
     *
     * @param openLinks how many links show it now
     * @param expired whether it is past its end
     */
    record Line(HeldBadge badge, int openLinks, boolean expired) {}

    /** Reads them, newest first. */
    List<Line> apply(HolderId holder) {
        Instant now = clock.instant();
        return database
                .inHolder(holder, handle -> handle.attach(HeldBadgeDao.class).list(holder.value(), now))
                .stream()
                .map(row -> {
                    HeldBadge badge = row.badge().badge();
                    return new Line(badge, row.openLinks(), badge.expired(now));
                })
                .toList();
    }
}
