package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.PinThrottle;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Judges a slip: which offer its code leads to, and whether the PIN is the one that was handed over with it. */
public final class OpenClaim {
    private final Database database;
    private final Organisations organisations;
    private final Offers offers;
    private final Slips slips;
    private final Passwords passwords;
    private final Clock clock;
    private final Audit audit;
    private final PinThrottle throttle;

    OpenClaim(ClaimDependencies needs, Offers offers, Slips slips) {
        this.database = needs.database();
        this.organisations = needs.organisations();
        this.offers = offers;
        this.slips = slips;
        this.passwords = needs.passwords();
        this.clock = needs.clock();
        this.audit = needs.audit();
        this.throttle = new PinThrottle(needs.clock());
    }

    /** What a code, or a code and a PIN, lead to. */
    public sealed interface Outcome {}

    /** No slip has this code: mistyped, or replaced by another. */
    public record Unknown() implements Outcome {}

    /** The slip waits for its PIN. */
    public record AsksPin() implements Outcome {}

    /** The slip opens nothing any more, and why. */
    public record Closed(OfferState state) implements Outcome {}

    /** The organisation may not award for now; the slip stays good. */
    public record Paused() implements Outcome {}

    /** Five wrong PINs. */
    public record Locked() implements Outcome {}

    /** Too many wrong PINs on the whole platform lately. */
    public record Later() implements Outcome {}

    /** A wrong PIN, and how many more may be tried. */
    public record Wrong(int left) implements Outcome {}

    /** The PIN is right. */
    public record Open(OrganisationId organisation, OfferId offer) implements Outcome {}

    /** What a code alone tells: enough to know what to do next, nothing of the person or the badge. */
    public Outcome look(Code code) {
        return locate(code).map(found -> look(found)).orElseGet(Unknown::new);
    }

    /** Judges a PIN. */
    public Outcome open(Code code, String pin) {
        Optional<SlipLocationRow> found = locate(code);
        if (found.isEmpty()) {
            return new Unknown();
        }
        Outcome before = look(found.get());
        if (!(before instanceof AsksPin)) {
            return before;
        }
        if (database.inPublic(throttle::holds)) {
            return new Later();
        }
        OrganisationId organisation = new OrganisationId(found.get().organisationId());
        UUID offer = found.get().offerId();
        Optional<PinAttemptRow> attempt = database.inOrganisation(
                organisation,
                handle -> handle.attach(ClaimDao.class).attempt(offer, organisation.value(), clock.instant()));
        if (attempt.isEmpty()) {
            return look(found.get());
        }
        boolean right = passwords.matches(pin, attempt.get().pinHash());
        return database.inOrganisation(
                organisation,
                handle -> right
                        ? succeed(handle, organisation, offer, attempt.get())
                        : fail(handle, organisation, offer, attempt.get()));
    }

    private Outcome succeed(Handle handle, OrganisationId organisation, UUID offer, PinAttemptRow attempt) {
        int alive = handle.attach(ClaimDao.class).attemptSucceeded(offer, organisation.value(), attempt.pinHash());
        if (alive == 0) {
            // Re-issued, cancelled or answered while the PIN was being judged.
            return new Unknown();
        }
        record(handle, organisation, AuditCode.CLAIM_OPENED, offer);
        return new Open(organisation, new OfferId(offer));
    }

    private Outcome fail(Handle handle, OrganisationId organisation, UUID offer, PinAttemptRow attempt) {
        throttle.failed(handle);
        int left = Offer.MOST_WRONG_PINS - attempt.failedPins();
        if (left > 0) {
            return new Wrong(left);
        }
        record(handle, organisation, AuditCode.SLIP_LOCKED, offer);
        return new Locked();
    }

    private Optional<SlipLocationRow> locate(Code code) {
        byte[] lookup = slips.lookup(code);
        return database.inPublic(handle -> handle.attach(ClaimDao.class).locate(lookup));
    }

    private Outcome look(SlipLocationRow found) {
        OrganisationId organisation = new OrganisationId(found.organisationId());
        Optional<Offer> offer = database.inOrganisation(
                organisation, handle -> offers.find(handle, organisation, new OfferId(found.offerId())));
        if (offer.isEmpty()) {
            return new Unknown();
        }
        OfferState state = offer.get().stateAt(clock.instant());
        boolean opens = offer.get().slipOpens() && (state == OfferState.OFFERED || state == OfferState.ACCEPTED);
        if (!opens) {
            return new Closed(state);
        }
        if (state == OfferState.OFFERED && paused(organisation)) {
            return new Paused();
        }
        return offer.get().locked() ? new Locked() : new AsksPin();
    }

    private boolean paused(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> organisations.suspension(handle, organisation))
                .isPresent();
    }

    private void record(Handle handle, OrganisationId organisation, AuditCode code, UUID offer) {
        audit.record(handle, new AuditEvent(organisation, Actor.slip(offer), code, offer));
    }
}
