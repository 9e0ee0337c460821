package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Declines the offer; no reason is asked. */
public final class DeclineOffer {
    private final Database database;
    private final Claims claims;

    DeclineOffer(Database database, Claims claims) {
        this.database = database;
        this.claims = claims;
    }

    /**
     * Declines it.
     *
     * @return the state afterwards: DECLINED, unless the offer was answered or closed before
     * @throws ProblemException NOT_FOUND
     */
    public OfferState apply(OrganisationId organisation, OfferId offer) {
        return database.inOrganisation(
                organisation,
                handle -> claims.answer(
                        handle, organisation, offer, OfferState.DECLINED, Optional.empty(), ClaimAudit.OFFER_DECLINED));
    }
}
