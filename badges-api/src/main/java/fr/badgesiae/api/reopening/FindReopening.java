package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds a reopening by the code of its slip. */
public final class FindReopening {
    private final Database database;
    private final ReopeningSlips slips;
    private final Clock clock;
    private final RecoveryCards cards;

    FindReopening(Database database, ReopeningSlips slips, Clock clock, RecoveryCards cards) {
        this.database = database;
        this.slips = slips;
        this.clock = clock;
        this.cards = cards;
    }

    /** What a code leads to; nothing of the person. */
    public enum Found {
        UNKNOWN,
        /** Its slip waits for its PIN. */
        OPEN,
        /** Five PINs were wrong. */
        LOCKED,
        /** It has served; with the PIN that its holder chose, it shows the card that it made. */
        SHOWS_CARD,
        /** It has served, and the card was used or is no longer shown. */
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
                        handle -> handle.attach(ReopeningDao.class)
                                .find(row.reopeningId(), row.organisationId())
                                .map(found -> cardOf(handle, found, cards).isPresent()
                                        ? Found.SHOWS_CARD
                                        : found(found, clock.instant()))))
                .flatMap(found -> found)
                .orElse(Found.UNKNOWN);
    }

    /** The holder whose new card a used slip still shows. From here on the transaction sees the rows of that holder. */
    static Optional<HolderId> cardOf(Handle handle, ReopeningRow row, RecoveryCards cards) {
        if (Found.of(row.state()) != Found.USED) {
            return Optional.empty();
        }
        HolderId holder = new HolderId(row.holderId());
        Database.alsoForHolder(handle, holder);
        return cards.find(handle, holder)
                .filter(card -> card.shown().isPresent() && card.madeAt().equals(row.usedAt()))
                .map(card -> holder);
    }

    static Found found(ReopeningRow row, Instant now) {
        Found found = Found.of(row.stateAt(now));
        return found == Found.OPEN && row.failedPins() >= Reopening.MOST_WRONG_PINS ? Found.LOCKED : found;
    }
}
