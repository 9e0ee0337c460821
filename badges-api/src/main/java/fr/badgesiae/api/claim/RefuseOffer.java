package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;

/** The two answers that are not yes: there is an error, which goes back to the counsellor; no, and no reason is asked. */
public final class RefuseOffer {
    private final Database database;
    private final Offers offers;
    private final Clock clock;
    private final Audit audit;

    RefuseOffer(Database database, Offers offers, Clock clock, Audit audit) {
        this.database = database;
        this.offers = offers;
        this.clock = clock;
        this.audit = audit;
    }

    /** There is an error; the state afterwards, DISPUTED unless the offer was closed before. */
    public OfferState dispute(OrganisationId organisation, OfferId offer, Dispute dispute) {
        return answer(organisation, offer, OfferState.DISPUTED, dispute, AuditCode.OFFER_DISPUTED);
    }

    /** No; the state afterwards, DECLINED unless the offer was closed before. */
    public OfferState decline(OrganisationId organisation, OfferId offer) {
        return answer(organisation, offer, OfferState.DECLINED, null, AuditCode.OFFER_DECLINED);
    }

    private OfferState answer(
            OrganisationId organisation, OfferId id, OfferState state, Dispute dispute, AuditCode code) {
        return database.inOrganisation(organisation, handle -> {
            int changed = handle.attach(ClaimDao.class)
                    .answer(
                            id.value(),
                            organisation.value(),
                            state.name(),
                            dispute == null ? null : dispute.name(),
                            clock.instant());
            if (changed == 1) {
                audit.record(handle, new AuditEvent(organisation, Actor.slip(id.value()), code, id.value()));
            }
            return offers.find(handle, organisation, id)
                    .orElseThrow(ProblemException::notFound)
                    .stateAt(clock.instant());
        });
    }
}
