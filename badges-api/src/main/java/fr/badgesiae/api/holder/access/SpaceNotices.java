package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.personal.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a holder is told in their space, in a transaction of theirs. */
public final class SpaceNotices {
    private final Clock clock;
    private final Duration wait;

    /** @param wait the time for an objection, and how long a reopening is told */
    public SpaceNotices(Clock clock, Duration wait) {
        this.clock = clock;
        this.wait = wait;
    }

    public SpaceNotice read(Handle handle) {
        return handle.attach(ReopeningAnswerDao.class).notice().map(this::read).orElse(SpaceNotice.NONE);
    }

    private SpaceNotice read(NoticeRow row) {
        return new SpaceNotice(row.cardShown(), row.othersWait(), row.limitedUntil(), reopening(row), file(row));
    }

    private static AnnouncedFiles.@Nullable AnnouncedFile file(NoticeRow row) {
        String organisation = row.fileOf();
        LocalDate from = row.fileFromOn();
        return organisation == null || from == null
                ? null
                : new AnnouncedFiles.AnnouncedFile(organisation, Retention.erasedOn(from, row.fileAnnouncedOn()));
    }

    private static FrenchZone zone(NoticeRow row) {
        return row.timeZone() == null ? FrenchZone.PARIS : FrenchZone.of(row.timeZone());
    }

    private SpaceNotice.@Nullable Reopening reopening(NoticeRow row) {
        ReopeningState state = row.state();
        String organisation = row.publicName();
        Instant made = row.createdAt();
        if (state == null || organisation == null || made == null) {
            return null;
        }
        Instant used = row.usedAt();
        Instant at = used == null ? made : used;
        // An objection after which badges still wait is told for as long as they do.
        boolean told = at.plus(wait).isAfter(clock.instant()) || (state == ReopeningState.OBJECTED && row.limited());
        return told ? new SpaceNotice.Reopening(state, organisation, row.publicPhone(), at, zone(row)) : null;
    }
}
