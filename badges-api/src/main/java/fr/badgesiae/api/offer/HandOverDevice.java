package fr.badgesiae.api.offer;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;

/** Records the member who passes the device to the worker, before the member's session sleeps. */
public final class HandOverDevice {
    private final Database database;
    private final Organisations organisations;
    private final Offers offers;
    private final Clock clock;
    private final Audit audit;

    HandOverDevice(Platform platform, Organisations organisations, Offers offers) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.organisations = organisations;
        this.offers = offers;
    }

    /**
     * Leaves an audit line.
     *
     * @throws ProblemException NOT_FOUND; PAUSED while the organisation may not offer; CONFLICT when the offer is not open
     */
    public void apply(OrganisationId organisation, AccountId by, OfferId id) {
        database.inOrganisation(organisation, handle -> {
            Offer offer = offers.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            organisations.requireNotPaused(handle, organisation);
            if (offer.stateAt(clock.instant()) != OfferState.OFFERED) {
                throw Offers.answered();
            }
            audit.record(
                    handle, new AuditEvent(organisation, Actor.account(by), OfferAudit.DEVICE_HANDED_OVER, id.value()));
            return id;
        });
    }
}
