package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Disputes the offer for an error; it goes back to the counsellor. */
public final class DisputeOffer {
    private final Database database;
    private final Claims claims;

    DisputeOffer(Database database, Claims claims) {
        this.database = database;
        this.claims = claims;
    }

    /**
     * Disputes it.
     *
     * @return the state afterwards: DISPUTED, unless the offer was answered or closed before
     * @throws ProblemException NOT_FOUND
     */
    public OfferState apply(OrganisationId organisation, OfferId offer, Dispute dispute) {
        return database.inOrganisation(
                organisation,
                handle -> claims.answer(
                        handle,
                        organisation,
                        offer,
                        OfferState.DISPUTED,
                        Optional.of(dispute),
                        ClaimAudit.OFFER_DISPUTED));
    }
}
