package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.PinThrottle;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Uses the slip of a reopening: its PIN is right, and the holder chooses one of their own. In one transaction a new card is
 * made, the old ways in end, and every open session of the holder is closed.
 */
public final class UseReopening {
    private final Platform platform;
    private final ReopeningSlips slips;
    private final RecoveryCards cards;
    private final Visits visits;
    private final ContactNotices notices;
    private final Sessions sessions;
    private final PinThrottle throttle;

    UseReopening(
            Platform platform,
            ReopeningSlips slips,
            RecoveryCards cards,
            Visits visits,
            ContactNotices notices,
            Sessions sessions) {
        this.platform = platform;
        this.slips = slips;
        this.cards = cards;
        this.visits = visits;
        this.notices = notices;
        this.sessions = sessions;
        this.throttle = platform.throttles().pins();
    }

    /** The outcome. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** The slip opens nothing: unknown, served, ended, cancelled or locked. */
    public record Shut(FindReopening.Found found) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.shut(found);
        }
    }

    /** Too many wrong PINs lately. */
    public record Later() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.later();
        }
    }

    /**
     * The PIN of the slip is wrong.
     *
     * @param left attempts before the slip is locked
     */
    public record Wrong(int left) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wrong(left);
        }
    }

    /** The chosen PIN is too simple. */
    public record TooSimple() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.tooSimple();
        }
    }

    /** The chosen PIN is the one that was typed as the slip's: that stands on paper, and a member has seen it. */
    public record PinOfSlip() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.pinOfSlip();
        }
    }

    /** The space is the holder's again. */
    public record Opened(HolderId holder, OpenedSession session) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.opened(session);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T shut(FindReopening.Found found);

        T later();

        T wrong(int left);

        T tooSimple();

        T pinOfSlip();

        T opened(OpenedSession session);
    }

    /** Compares the PIN of the slip between two transactions: hashing is slow. The attempt is counted before. */
    public Outcome apply(Code code, String pin, String chosen, Client client) {
        if (!Pins.acceptable(chosen)) {
            return new TooSimple();
        }
        if (chosen.equals(pin)) {
            // Before the comparison, and whether it is the slip's or not: the refusal says nothing about the slip.
            return new PinOfSlip();
        }
        Database database = platform.database();
        Optional<ReopeningDao.LocationRow> found =
                database.look(handle -> handle.attach(ReopeningDao.class).locate(slips.lookup(code)));
        if (found.isEmpty()) {
            return new Shut(FindReopening.Found.UNKNOWN);
        }
        OrganisationId organisation = new OrganisationId(found.get().organisationId());
        UUID id = found.get().reopeningId();
        PinThrottle.Try guess = new PinThrottle.Try(slips.lookup(code), organisation, client, false);
        if (!throttle.allows(guess)) {
            return new Later();
        }
        Tried tried = platform.passwords()
                .inTurn(client.network(), false, compare -> compare(compare, guess, pin, organisation, id));
        if (tried.refused() != null) {
            return tried.refused();
        }
        String hash = platform.passwords().hash(chosen);
        HolderId holder = new HolderId(Objects.requireNonNull(tried.attempt()).holderId());
        return database.inOrganisation(organisation, handle -> open(handle, organisation, id, holder, hash));
    }

    /** An attempt with the right PIN, or its refusal. */
    private record Tried(
            ReopeningDao.@Nullable AttemptRow attempt,
            @Nullable Outcome refused) {}

    private Tried compare(
            Passwords.Comparison compare, PinThrottle.Try guess, String pin, OrganisationId organisation, UUID id) {
        Database database = platform.database();
        Optional<ReopeningDao.AttemptRow> attempt = database.inOrganisation(
                organisation,
                handle -> handle.attach(ReopeningDao.class)
                        .attempt(id, organisation.value(), platform.clock().instant()));
        if (attempt.isEmpty()) {
            return new Tried(
                    null, database.inOrganisation(organisation, handle -> new Shut(state(handle, organisation, id))));
        }
        if (!compare.matches(pin, attempt.get().pinHash())) {
            throttle.failed(guess);
            return new Tried(
                    null,
                    database.inOrganisation(organisation, handle -> refuse(handle, organisation, id, attempt.get())));
        }
        return new Tried(attempt.get(), null);
    }

    private FindReopening.Found state(Handle handle, OrganisationId organisation, UUID id) {
        return handle.attach(ReopeningDao.class)
                .find(id, organisation.value())
                .map(row -> FindReopening.found(row, platform.clock().instant()))
                .orElse(FindReopening.Found.UNKNOWN);
    }

    private Outcome refuse(Handle handle, OrganisationId organisation, UUID id, ReopeningDao.AttemptRow attempt) {
        int left = Reopening.MOST_WRONG_PINS - attempt.failedPins();
        if (left > 0) {
            return new Wrong(left);
        }
        AuditEvent locked = new AuditEvent(organisation, Actor.SYSTEM, ReopeningAudit.ACCESS_REOPENING_LOCKED, id);
        platform.audit().record(handle, locked);
        return new Shut(FindReopening.Found.LOCKED);
    }

    private Outcome open(Handle handle, OrganisationId organisation, UUID id, HolderId holder, String hash) {
        Database.alsoForHolder(handle, holder);
        // Before the row of the reopening, as an objection does.
        cards.lock(handle, holder);
        Instant now = platform.clock().instant();
        int used = handle.attach(ReopeningDao.class).use(id, organisation.value(), now);
        if (used == 0) {
            return new Shut(FindReopening.Found.of(ReopeningState.CANCELLED));
        }
        cards.reopen(handle, holder, organisation, hash, now);
        sessions.closeAll(handle, holder);
        visits.opened(handle, holder, Visits.Way.REOPENED);
        AuditEvent opened = new AuditEvent(organisation, Actor.holder(holder), ReopeningAudit.ACCESS_REOPENED, id);
        platform.audit().record(handle, opened);
        notices.reopened(handle, holder);
        return new Opened(holder, sessions.openHolder(handle, holder));
    }
}
