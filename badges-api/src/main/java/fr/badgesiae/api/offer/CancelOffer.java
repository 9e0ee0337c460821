package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;

/** Cancels an unanswered offer and closes its slip. */
public final class CancelOffer {
    private final Database database;
    private final Offers offers;
    private final Clock clock;
    private final Audit audit;

    CancelOffer(Platform platform, Offers offers) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.offers = offers;
    }

    /**
     * Cancels it.
     *
     * @throws ProblemException NOT_FOUND; CONFLICT when the offer was answered or closed
     */
    public void apply(OrganisationId organisation, AccountId by, OfferId id) {
        database.inOrganisation(organisation, handle -> {
            if (offers.find(handle, organisation, id).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (handle.attach(OfferDao.class).cancel(id.value(), organisation.value(), clock.instant()) == 0) {
                throw Offers.answered();
            }
            audit.record(
                    handle, new AuditEvent(organisation, Actor.account(by), OfferAudit.OFFER_CANCELLED, id.value()));
            return id;
        });
    }
}
