package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds a reopening by the code of its slip. */
public final class FindReopening {
    private final Database database;
    private final ReopeningSlips slips;
    private final Clock clock;

    FindReopening(Database database, ReopeningSlips slips, Clock clock) {
        this.database = database;
        this.slips = slips;
        this.clock = clock;
    }

    /** What a code leads to; nothing of the person. */
    public enum Found {
        UNKNOWN,
        /** Its slip waits for its PIN. */
        OPEN,
        /** Five PINs were wrong. */
        LOCKED,
        /** It has served. */
        USED,
        /** Too late, cancelled, replaced or objected to. */
        CLOSED;

        static Found of(ReopeningState state) {
            return switch (state) {
                case OPEN -> OPEN;
                case USED, CONFIRMED -> USED;
                case ENDED, CANCELLED, OBJECTED -> CLOSED;
            };
        }
    }

    public Found apply(Code code) {
        Optional<ReopeningDao.LocationRow> location =
                database.look(handle -> handle.attach(ReopeningDao.class).locate(slips.lookup(code)));
        return location.map(row -> database.inOrganisation(
                        new OrganisationId(row.organisationId()),
                        handle -> handle.attach(ReopeningDao.class).find(row.reopeningId(), row.organisationId())))
                .flatMap(found -> found)
                .map(row -> found(row, clock.instant()))
                .orElse(Found.UNKNOWN);
    }

    static Found found(ReopeningRow row, Instant now) {
        Found found = Found.of(row.stateAt(now));
        return found == Found.OPEN && row.failedPins() >= Reopening.MOST_WRONG_PINS ? Found.LOCKED : found;
    }
}
