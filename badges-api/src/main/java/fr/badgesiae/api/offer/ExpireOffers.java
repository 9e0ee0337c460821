package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;

/** Ends the offers whose end has passed and erases their secrets. Pages read the end itself, so a late job shows nowhere. */
public final class ExpireOffers {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Clock clock;
    private final Audit audit;

    ExpireOffers(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Ends them, each in a transaction of its own.
     *
     * @return how many ended
     */
    public int apply() {
        Instant now = clock.instant();
        int ended = 0;
        for (OfferDao.EndedRow due :
                database.inPublic(handle -> handle.attach(OfferDao.class).ended(now, AT_ONCE))) {
            ended += expire(due, now);
        }
        return ended;
    }

    private int expire(OfferDao.EndedRow due, Instant now) {
        OrganisationId organisation = new OrganisationId(due.organisationId());
        return database.inOrganisation(organisation, handle -> {
            int changed = handle.attach(OfferDao.class).expire(due.offerId(), organisation.value(), now);
            if (changed == 1) {
                audit.record(
                        handle, new AuditEvent(organisation, Actor.SYSTEM, OfferAudit.OFFER_EXPIRED, due.offerId()));
            }
            return changed;
        });
    }
}
