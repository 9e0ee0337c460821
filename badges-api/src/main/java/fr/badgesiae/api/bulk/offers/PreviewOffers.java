package fr.badgesiae.api.bulk.offers;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.follow.Prolongation;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says of each of several offers what an act would do to it; nothing is written. */
final class PreviewOffers {
    private final Database database;
    private final Clock clock;

    PreviewOffers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One offer and what the act would do.
     *
     * @param person first and last name
     * @param ends now
     * @param later the end that a prolongation gives, or null
     */
    record Line(
            OfferId id,
            String badge,
            String person,
            OffersOutcome outcome,
            Instant ends,
            @Nullable Instant later) {}

    /** By name of the person; what is no offer of the organisation has no line. */
    List<Line> apply(Principal by, OffersAct act, List<OfferId> offers) {
        UUID[] ids = offers.stream().map(OfferId::value).toArray(UUID[]::new);
        return database
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(OffersDao.class)
                                .offers(ids, by.organisation().value()))
                .stream()
                .map(row -> line(by, act, row))
                .toList();
    }

    private Line line(Principal by, OffersAct act, OffersDao.OfferRow row) {
        Optional<Instant> later = act.prolongs()
                ? Prolongation.of(row.createdAt(), row.endsAt(), by.zone(), act.months())
                        .map(Prolongation::ends)
                : Optional.empty();
        OffersOutcome outcome = outcome(act, row, by.paused());
        return new Line(
                new OfferId(row.id()),
                row.badge(),
                Person.fullName(row.firstName(), row.lastName()),
                outcome == OffersOutcome.DONE && act.prolongs() && later.isEmpty() ? OffersOutcome.TOO_LATE : outcome,
                row.endsAt(),
                outcome == OffersOutcome.DONE ? later.orElse(null) : null);
    }

    private OffersOutcome outcome(OffersAct act, OffersDao.OfferRow row, boolean paused) {
        OfferState state = row.state().at(clock.instant(), row.endsAt());
        if (state != OfferState.OFFERED && state != OfferState.DISPUTED) {
            return OffersOutcome.CLOSED;
        }
        if (act == OffersAct.CANCEL) {
            return OffersOutcome.DONE;
        }
        if (paused) {
            return OffersOutcome.PAUSED;
        }
        if (state == OfferState.DISPUTED) {
            return OffersOutcome.DISPUTED;
        }
        return row.locked() ? OffersOutcome.LOCKED : OffersOutcome.DONE;
    }
}
