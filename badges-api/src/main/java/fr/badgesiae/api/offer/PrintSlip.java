package fr.badgesiae.api.offer;

import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
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

/** Opens the slip of an offer for print; each time leaves an audit line. */
public final class PrintSlip {
    private final Database database;
    private final Organisations organisations;
    private final Offers offers;
    private final Slips slips;
    private final Clock clock;
    private final Audit audit;

    PrintSlip(Platform platform, Organisations organisations, Offers offers, Slips slips) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.organisations = organisations;
        this.offers = offers;
        this.slips = slips;
    }

    /**
     * A slip to print.
     *
     * @param organisation who offers: its public name, and the phone number of its desk
     * @param secrets its code and PIN in clear
     */
    public record Slip(Offer offer, OrganisationProfile organisation, SlipSecrets.Clear secrets) {}

    /**
     * The slip in clear.
     *
     * @throws ProblemException NOT_FOUND; PAUSED while the organisation may not offer; CONFLICT when the slip is closed or locked
     */
    public Slip apply(OrganisationId organisation, AccountId by, OfferId id) {
        return database.inOrganisation(organisation, handle -> {
            OfferDao dao = handle.attach(OfferDao.class);
            OfferRow row = dao.lock(id.value(), organisation.value()).orElseThrow(ProblemException::notFound);
            Offer offer = offers.read(row);
            if (offer.state() == OfferState.OFFERED) {
                organisations.requireNotPaused(handle, organisation);
            }
            boolean open = offer.stateAt(clock.instant()) == OfferState.OFFERED || offer.state() == OfferState.ACCEPTED;
            byte[] code = row.codeSealed();
            byte[] pin = row.pinSealed();
            if (!open || offer.locked() || code == null || pin == null) {
                throw new ProblemException(ProblemType.CONFLICT, "This offer has no slip any more.");
            }
            dao.printed(id.value(), organisation.value());
            audit.record(handle, new AuditEvent(organisation, Actor.account(by), OfferAudit.SLIP_PRINTED, id.value()));
            return new Slip(offer, profile(handle, organisation), slips.open(row.id(), code, pin));
        });
    }

    private OrganisationProfile profile(Handle handle, OrganisationId organisation) {
        return organisations.find(handle, organisation).orElseThrow();
    }
}
