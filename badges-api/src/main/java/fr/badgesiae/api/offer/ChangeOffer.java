package fr.badgesiae.api.offer;

import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What a counsellor may do to an offer that nobody accepted: print, make a new slip, correct and send again, cancel. */
public final class ChangeOffer {
    private final Database database;
    private final Organisations organisations;
    private final Offers offers;
    private final Slips slips;
    private final Clock clock;
    private final Audit audit;

    ChangeOffer(OfferDependencies needs, Offers offers, Slips slips) {
        this.database = needs.database();
        this.organisations = needs.organisations();
        this.offers = offers;
        this.slips = slips;
        this.clock = needs.clock();
        this.audit = needs.audit();
    }

    /**
     * A slip, ready to print.
     *
     * @param offer whose it is
     * @param secrets what stands on it
     */
    public record Slip(Offer offer, SlipSecrets.Clear secrets) {}

    /** The slip in clear; each time leaves an audit line. */
    public Slip print(OrganisationId organisation, AccountId by, OfferId id) {
        return database.inOrganisation(organisation, handle -> {
            OfferDao dao = handle.attach(OfferDao.class);
            OfferRow row = dao.lock(id.value(), organisation.value()).orElseThrow(ProblemException::notFound);
            Offer offer = offers.read(handle, row);
            if (offer.state() == OfferState.OFFERED) {
                organisations.requireNotPaused(handle, organisation);
            }
            boolean open = offer.stateAt(clock.instant()) == OfferState.OFFERED || offer.state() == OfferState.ACCEPTED;
            if (!open || row.codeSealed() == null) {
                throw conflict("This offer has no slip any more.");
            }
            dao.printed(id.value(), organisation.value());
            record(handle, organisation, by, AuditCode.SLIP_PRINTED, id);
            return new Slip(offer, slips.open(row.id(), row.codeSealed(), row.pinSealed()));
        });
    }

    /** The member passes the device to the worker: who did it is written down before the session falls asleep. */
    public void handOver(OrganisationId organisation, AccountId by, OfferId id) {
        database.inOrganisation(organisation, handle -> {
            Offer offer = offers.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            organisations.requireNotPaused(handle, organisation);
            if (offer.stateAt(clock.instant()) != OfferState.OFFERED) {
                throw conflict("This offer has been answered or closed before.");
            }
            record(handle, organisation, by, AuditCode.DEVICE_HANDED_OVER, id);
            return id;
        });
    }

    /** A new code and PIN, and six new months; the old slip is dead and the lock of five wrong PINs with it. */
    public void reissue(OrganisationId organisation, AccountId by, OfferId id) {
        SlipSecrets secrets = slips.draw(id.value());
        database.inOrganisation(organisation, handle -> {
            Offer offer = offers.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            if (offer.state() == OfferState.DISPUTED) {
                throw conflict("A disputed offer is corrected before it is sent again.");
            }
            if (offer.state() == OfferState.ACCEPTED) {
                unfinished(handle, offer, secrets);
            } else {
                again(handle, offer, offer.narrative(), offer.evidence(), secrets);
            }
            record(handle, organisation, by, AuditCode.OFFER_REISSUED, id);
            return id;
        });
    }

    /** Other words and a new slip; what is wrong with the words, if anything, and then nothing is changed. */
    public Errors correct(OrganisationId organisation, AccountId by, OfferId id, String narrative, String evidence) {
        SlipSecrets secrets = slips.draw(id.value());
        return database.inOrganisation(organisation, handle -> {
            Offer offer = offers.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            OfferRequest request =
                    new OfferRequest(offer.person().id(), offer.achievement().id(), narrative, evidence);
            Errors errors =
                    OfferBadge.check(request, offer.achievement().content().evidencePolicy());
            if (errors.isEmpty()) {
                again(handle, offer, request.narrative(), request.evidence(), secrets);
                record(handle, organisation, by, AuditCode.OFFER_CORRECTED, id);
            }
            return errors;
        });
    }

    /** Takes the offer back; its slip is dead. */
    public void cancel(OrganisationId organisation, AccountId by, OfferId id) {
        database.inOrganisation(organisation, handle -> {
            if (offers.find(handle, organisation, id).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (handle.attach(OfferDao.class).cancel(id.value(), organisation.value(), clock.instant()) == 0) {
                throw conflict("This offer has been answered or closed before.");
            }
            record(handle, organisation, by, AuditCode.OFFER_CANCELLED, id);
            return id;
        });
    }

    private void unfinished(Handle handle, Offer offer, SlipSecrets secrets) {
        int changed = handle.attach(OfferDao.class)
                .reissueUnfinished(offer.id().value(), offer.organisation().value(), clock.instant(), secrets);
        if (changed == 0) {
            throw conflict("The holder has their card: this slip has served.");
        }
    }

    private void again(Handle handle, Offer offer, String narrative, String evidence, SlipSecrets secrets) {
        organisations.requireNotPaused(handle, offer.organisation());
        Instant now = clock.instant();
        int changed = handle.attach(OfferDao.class)
                .offerAgain(
                        offer.id().value(),
                        offer.organisation().value(),
                        narrative,
                        evidence,
                        now,
                        OfferBadge.ends(now),
                        secrets);
        if (changed == 0) {
            throw conflict("This offer has been answered or closed before.");
        }
    }

    private void record(Handle handle, OrganisationId organisation, AccountId by, AuditCode code, OfferId id) {
        audit.record(handle, new AuditEvent(organisation, Actor.account(by), code, id.value()));
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }
}
