package fr.badgesiae.api.offer;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.offer.history.HistoryLine;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows one offer, and the badge that it led to. */
public final class ShowOffer {
    private final Database database;
    private final Offers offers;
    private final Credentials credentials;
    private final Clock clock;

    ShowOffer(Database database, Offers offers, Credentials credentials, Clock clock) {
        this.database = database;
        this.offers = offers;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * An offer.
     *
     * @param state as of now
     * @param badge empty until it is accepted
     * @param history oldest first
     */
    public record Shown(Offer offer, OfferState state, Optional<IssuedCredential> badge, List<HistoryLine> history) {
        /** Whether the holder accepted but has no card yet. */
        public boolean unfinished() {
            return state == OfferState.ACCEPTED && offer.slipOpens();
        }
    }

    /**
     * One offer of the organisation.
     *
     * @throws ProblemException NOT_FOUND, for an offer of another organisation too
     */
    public Shown apply(OrganisationId organisation, OfferId id) {
        return database.inOrganisation(organisation, handle -> {
            OfferDao.ShownRow row = handle.attach(OfferDao.class)
                    .show(id.value(), organisation.value(), HistoryLine.codes(), HistoryLine.MOST)
                    .orElseThrow(ProblemException::notFound);
            Offer offer = offers.read(row.offer());
            return new Shown(
                    offer,
                    offer.stateAt(clock.instant()),
                    credentials.ofOffer(handle, organisation, id.value()),
                    HistoryLine.read(row.history()));
        });
    }
}
