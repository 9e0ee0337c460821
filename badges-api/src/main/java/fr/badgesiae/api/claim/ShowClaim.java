package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Shows the offer that a claim answers, while it can be answered. */
public final class ShowClaim {
    private final Database database;
    private final Offers offers;
    private final Clock clock;

    ShowClaim(Database database, Offers offers, Clock clock) {
        this.database = database;
        this.offers = offers;
        this.clock = clock;
    }

    /** The state of the claim. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /**
     * The offer can be answered.
     *
     * @param organisation the public name of who offers
     * @param town its town, or empty
     * @param standing whether it renews a badge that counts until then
     */
    public record Open(Offer offer, String organisation, String town, boolean standing) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.open(this);
        }
    }

    /**
     * The offer waits.
     *
     * @param badge whether the badge that it renews is paused; otherwise its organisation may not award for now
     */
    public record Paused(boolean badge) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.paused(badge);
        }
    }

    /** The offer was answered or closed. */
    public record Closed(OfferState state) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.closed(state);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T open(Open open);

        T paused(boolean badge);

        T closed(OfferState state);
    }

    /**
     * The offer of a claim.
     *
     * @throws ProblemException NOT_FOUND
     */
    public Outcome apply(OrganisationId organisation, OfferId id) {
        return database.inOrganisation(organisation, handle -> {
            Offer offer = offers.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            OfferState state = offer.stateAt(clock.instant());
            if (state != OfferState.OFFERED) {
                return new Closed(state);
            }
            ClaimDao.OffererRow offerer =
                    handle.attach(ClaimDao.class).offerer(organisation.value()).orElseThrow();
            return offerer.paused() ? new Paused(false) : open(handle, offer, offerer);
        });
    }

    private Outcome open(Handle handle, Offer offer, ClaimDao.OffererRow offerer) {
        Optional<ClaimDao.RenewedRow> renewed = Optional.ofNullable(offer.renews())
                .flatMap(badge -> handle.attach(ClaimDao.class)
                        .renewed(badge.value(), offer.organisation().value(), clock.instant()));
        if (renewed.filter(row -> !row.inForce()).isPresent()) {
            return renewed.get().paused() ? new Paused(true) : new Closed(OfferState.CANCELLED);
        }
        boolean standing = renewed.filter(row -> !row.lapsed()).isPresent();
        return new Open(offer, offerer.publicName(), offerer.town(), standing);
    }
}
