package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.PinThrottle;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens a claim: the code of a slip leads to its offer, and the PIN is the one that was handed over with it. */
public final class OpenClaim {
    private final Database database;
    private final Claims claims;
    private final Passwords passwords;
    private final Clock clock;
    private final Audit audit;
    private final PinThrottle throttle;

    OpenClaim(Platform platform, Claims claims) {
        this.database = platform.database();
        this.passwords = platform.passwords();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.throttle = platform.throttles().pins();
        this.claims = claims;
    }

    /** The outcome of a code, or of a code and a PIN. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** No slip has this code: mistyped, or replaced by another. */
    public record Unknown() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown();
        }
    }

    /** The slip waits for its PIN. */
    public record AsksPin() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.asksPin();
        }
    }

    /** The slip is closed; the state of its offer is the reason. */
    public record Closed(OfferState state) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.closed(state);
        }
    }

    /** The organisation may not award for now; the slip stays good. */
    public record Paused() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.paused();
        }
    }

    /** Five PINs were wrong. */
    public record Locked() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.locked();
        }
    }

    /** Too many PINs were wrong lately, on this slip or on many; nothing was compared. */
    public record Later() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.later();
        }
    }

    /**
     * The PIN is wrong.
     *
     * @param left attempts before the slip is locked
     */
    public record Wrong(int left) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wrong(left);
        }
    }

    /** The PIN is right. */
    public record Open(OrganisationId organisation, OfferId offer) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.open(organisation, offer);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T unknown();

        T asksPin();

        T closed(OfferState state);

        T paused();

        T locked();

        T later();

        T wrong(int left);

        T open(OrganisationId organisation, OfferId offer);
    }

    /**
     * Compares a PIN. The comparison is slow and runs between two transactions; the attempt is counted before it, on the slip
     * of this code and on no later one.
     */
    public Outcome apply(Code code, String pin, Client client) {
        Optional<ClaimDao.LocationRow> found = database.look(handle -> claims.locate(handle, code));
        if (found.isEmpty()) {
            return new Unknown();
        }
        OrganisationId organisation = new OrganisationId(found.get().organisationId());
        UUID offer = found.get().offerId();
        Outcome before = look(organisation, offer);
        if (!(before instanceof AsksPin)) {
            return before;
        }
        boolean known = client.device().knows(KnownDevice.Kind.SLIP, offer.toString());
        PinThrottle.Try guess = new PinThrottle.Try(claims.lookup(code), organisation, client, known);
        if (!throttle.allows(guess)) {
            return new Later();
        }
        return passwords.inTurn(client.network(), known, compare -> compare(compare, guess, pin, organisation, offer));
    }

    private Outcome compare(
            Passwords.Comparison compare, PinThrottle.Try guess, String pin, OrganisationId organisation, UUID offer) {
        Optional<ClaimDao.AttemptRow> attempt = database.inOrganisation(
                organisation,
                handle -> handle.attach(ClaimDao.class)
                        .attempt(offer, organisation.value(), guess.secret(), clock.instant()));
        if (attempt.isEmpty()) {
            // Locked or ended by another try; or re-issued, and then this code is of no slip.
            Outcome now = look(organisation, offer);
            return now instanceof AsksPin ? new Unknown() : now;
        }
        boolean right = compare.matches(pin, attempt.get().pinHash());
        if (!right) {
            throttle.failed(guess);
        }
        return database.inOrganisation(
                organisation,
                handle -> right
                        ? succeed(handle, organisation, offer, attempt.get())
                        : fail(handle, organisation, offer, attempt.get()));
    }

    private Outcome look(OrganisationId organisation, UUID offer) {
        return database.inOrganisation(organisation, handle -> claims.look(handle, organisation, offer));
    }

    private Outcome succeed(Handle handle, OrganisationId organisation, UUID offer, ClaimDao.AttemptRow attempt) {
        int alive = handle.attach(ClaimDao.class).attemptSucceeded(offer, organisation.value(), attempt.pinHash());
        if (alive == 0) {
            // Re-issued, cancelled or answered during the comparison.
            return new Unknown();
        }
        record(handle, organisation, ClaimAudit.CLAIM_OPENED, offer);
        return new Open(organisation, new OfferId(offer));
    }

    private Outcome fail(Handle handle, OrganisationId organisation, UUID offer, ClaimDao.AttemptRow attempt) {
        int left = Offer.MOST_WRONG_PINS - attempt.failedPins();
        if (left > 0) {
            return new Wrong(left);
        }
        record(handle, organisation, ClaimAudit.SLIP_LOCKED, offer);
        return new Locked();
    }

    private void record(Handle handle, OrganisationId organisation, AuditCode code, UUID offer) {
        audit.record(handle, new AuditEvent(organisation, Actor.slip(offer), code, offer));
    }
}
