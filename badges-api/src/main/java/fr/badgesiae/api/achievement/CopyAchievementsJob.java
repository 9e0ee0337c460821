package fr.badgesiae.api.achievement;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Copies what was published since the last time, so that this node serves it while the database does not answer. */
final class CopyAchievementsJob implements Runnable {
    private static final int BATCH = 200;

    /** Longer than any transaction: one that began before another may commit after it. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Database database;
    private final VersionCopies copies;
    private final FindPublisher publisher;
    private Instant copiedTo = Instant.EPOCH;

    CopyAchievementsJob(Database database, VersionCopies copies, FindPublisher publisher) {
        this.database = database;
        this.copies = copies;
        this.publisher = publisher;
    }

    @Override
    public synchronized void run() {
        Set<OrganisationId> publishers = new HashSet<>();
        Instant after = copiedTo;
        UUID last = new UUID(0, 0);
        List<VersionRow> rows;
        do {
            Instant from = after;
            UUID fromId = last;
            rows = database.look(handle -> handle.attach(VersionDao.class).publicVersions(from, fromId, BATCH));
            for (VersionRow row : rows) {
                copies.keep(row);
                publishers.add(new OrganisationId(row.organisationId()));
                after = row.publishedAt();
                last = row.id();
            }
        } while (rows.size() == BATCH);
        publishers.forEach(publisher::apply);
        copiedTo = after.equals(Instant.EPOCH) ? after : after.minus(OVERLAP);
    }
}
