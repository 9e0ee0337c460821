package fr.badgesiae.api.offer;

import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Replaces the slip of an offer. The old slip is closed, and the lock of five wrong PINs is lifted. */
public final class ReissueOffer {
    private final Database database;
    private final Offers offers;
    private final Slips slips;
    private final Clock clock;
    private final Audit audit;

    ReissueOffer(Platform platform, Offers offers, Slips slips) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.offers = offers;
        this.slips = slips;
    }

    /**
     * A new code and PIN. An unanswered offer gets a new end too; an accepted one, whose holder has no card yet, does not.
     *
     * @throws ProblemException NOT_FOUND; PAUSED while the organisation may not offer; CONFLICT when the slip has served
     */
    public void apply(OrganisationId organisation, AccountId by, OfferId id) {
        SlipSecrets secrets = slips.draw(id.value());
        database.inOrganisation(organisation, handle -> {
            Offer offer = offers.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            if (offer.state() == OfferState.DISPUTED) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "A disputed offer is corrected before it is sent again.");
            }
            if (offer.state() == OfferState.ACCEPTED) {
                unfinished(handle, offer, secrets);
            } else {
                offers.offerAgain(handle, offer, offer.narrative(), offer.evidence(), secrets);
            }
            audit.record(
                    handle, new AuditEvent(organisation, Actor.account(by), OfferAudit.OFFER_REISSUED, id.value()));
            return id;
        });
    }

    private void unfinished(Handle handle, Offer offer, SlipSecrets secrets) {
        int changed = handle.attach(OfferDao.class)
                .reissueUnfinished(offer.id().value(), offer.organisation().value(), clock.instant(), secrets);
        if (changed == 0) {
            throw new ProblemException(ProblemType.CONFLICT, "The holder has their card: this slip has served.");
        }
    }
}
