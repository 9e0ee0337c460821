package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists offers, newest first, by pages. */
public final class ListOffers {
    static final int PAGE = 50;

    private final Database database;
    private final Clock clock;
    private final int size;

    /**
     * @param size offers a page
     */
    ListOffers(Database database, Clock clock, int size) {
        this.database = database;
        this.clock = clock;
        this.size = size;
    }

    /**
     * One offer of the list.
     *
     * @param state as of now
     * @param locked whether five wrong PINs locked its slip
     */
    public record Line(OfferId id, String person, String badge, OfferState state, boolean locked, Instant createdAt) {}

    /**
     * A page of the list.
     *
     * @param next the last offer of this page, when another page follows
     */
    public record Found(List<Line> lines, Optional<OfferId> next) {}

    /**
     * One page.
     *
     * @param state only offers in this state; all when empty
     * @param before the last offer of the page before; empty or unknown for the first page
     */
    public Found apply(OrganisationId organisation, Optional<OfferState> state, Optional<OfferId> before) {
        UUID last = before.map(OfferId::value).orElse(null);
        List<OfferDao.LineRow> rows = database.inOrganisation(organisation, handle -> {
            OfferDao dao = handle.attach(OfferDao.class);
            return state.map(only -> dao.pageOfState(organisation.value(), only.name(), last, size + 1))
                    .orElseGet(() -> dao.page(organisation.value(), last, size + 1));
        });
        Instant now = clock.instant();
        List<Line> lines = rows.stream().limit(size).map(row -> line(row, now)).toList();
        return new Found(
                lines, rows.size() > size ? Optional.of(lines.get(size - 1).id()) : Optional.empty());
    }

    private static Line line(OfferDao.LineRow row, Instant now) {
        return new Line(
                new OfferId(row.id()),
                row.firstName() + " " + row.lastName(),
                row.badge(),
                row.state().at(now, row.endsAt()),
                row.failedPins() >= Offer.MOST_WRONG_PINS,
                row.createdAt());
    }
}
