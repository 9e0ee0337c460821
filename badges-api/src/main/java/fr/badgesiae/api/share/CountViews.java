package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;

/** Writes the views of this node since the last time, for all links in one statement. */
public final class CountViews {
    private final Database database;
    private final ShareLinks links;
    private final Clock clock;

    CountViews(Database database, ShareLinks links, Clock clock) {
        this.database = database;
        this.links = links;
        this.clock = clock;
    }

    public void apply() {
        Map<UUID, Long> seen = links.takeViews();
        if (seen.isEmpty()) {
            return;
        }
        List<UUID> ids = List.copyOf(seen.keySet());
        Long[] views = ids.stream().map(seen::get).toArray(Long[]::new);
        try {
            database.inPublic(handle ->
                    handle.attach(ShareLinkDao.class).count(ids.toArray(UUID[]::new), views, clock.instant()));
        } catch (JdbiException unavailable) {
            links.putBackViews(seen);
            throw unavailable;
        }
    }
}
