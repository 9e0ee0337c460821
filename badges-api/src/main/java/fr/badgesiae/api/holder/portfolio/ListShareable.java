package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.share.ShareLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the badges that a link can show together, and the links that do. */
public final class ListShareable {
    private final Database database;
    private final Clock clock;
    private final ShareLinks shares;

    public ListShareable(Database database, Clock clock, ShareLinks shares) {
        this.database = database;
        this.clock = clock;
        this.shares = shares;
    }

    /** The badges in force, newest first, and the links to several, open ones first. */
    record Listed(List<ShareableBadge> badges, List<Link> links) {}

    /** One link, open or not, with the number of badges that it shows. */
    record Link(UUID id, String label, boolean open, Instant ends, int badges, long views) {}

    Listed apply(HolderId holder) {
        Instant now = clock.instant();
        return database.inHolder(holder, handle -> {
            PortfolioDao dao = handle.attach(PortfolioDao.class);
            return new Listed(
                    dao.shareable(holder.value()).stream()
                            .map(row -> ShareableBadge.of(row, now))
                            .toList(),
                    dao.links(holder.value(), now).stream()
                            .map(row -> link(row, now))
                            .toList());
        });
    }

    private Link link(PortfolioRow row, Instant now) {
        return new Link(
                row.id(),
                row.label(),
                row.switchedOffAt() == null && row.endsAt().isAfter(now),
                row.endsAt(),
                row.badges(),
                row.views() + shares.unwrittenViews(row.id()));
    }
}
