package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.Sessions.OpenedSession;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.PinThrottle;
import fr.badgesiae.api.platform.limits.RequestBudget;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens the holder's space with the code of a card and its PIN. */
public final class OpenSpace {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;
    private final Vault vault;
    private final Passwords passwords;
    private final Clock clock;
    private final Visits visits;
    private final Sessions sessions;
    private final PinThrottle throttle;
    private final RequestBudget misses;

    OpenSpace(Platform platform, Visits visits, Sessions sessions) {
        this.database = platform.database();
        this.vault = platform.vault();
        this.passwords = platform.passwords();
        this.clock = platform.clock();
        this.throttle = platform.throttles().pins();
        this.misses = platform.throttles().misses();
        this.visits = visits;
        this.sessions = sessions;
    }

    /** What an attempt led to. */
    public sealed interface Outcome permits Opened, Replaced, Wrong, Later {
        <T> T fold(Cases<T> cases);
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T opened(OpenedSession session);

        T replaced(HolderId holder, UUID card);

        T wrong();

        T later();
    }

    /** The space of this holder is open. */
    public record Opened(HolderId holder, OpenedSession session) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.opened(session);
        }
    }

    /** The card is the holder's, and was replaced by a reopening: it opens nothing, and they can say whether it was them. */
    public record Replaced(HolderId holder, UUID card) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.replaced(holder, card);
        }
    }

    /** Code and PIN do not belong together; which of them is wrong is not disclosed. */
    public record Wrong() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wrong();
        }
    }

    /** Too many wrong PINs lately, on this card or on many; nothing was compared. */
    public record Later() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.later();
        }
    }

    /**
     * Checks the code of a card and its PIN. A code that does not exist takes a comparison too, and uses the budget of misses;
     * it counts against no card.
     */
    public Outcome apply(Code code, String pin, Client client) {
        byte[] lookup = vault.lookup(RecoveryCards.LOOKUP, code.value());
        Optional<AccessLocationRow> card =
                database.look(handle -> handle.attach(HolderDao.class).locate(lookup));
        boolean known = card.isPresent()
                && client.device()
                        .knows(KnownDevice.Kind.CARD, card.get().holderId().toString());
        PinThrottle.Try guess = new PinThrottle.Try(lookup, null, client, known);
        if (!allowed(card.isPresent(), guess)) {
            return new Later();
        }
        return passwords.inTurn(client.network(), known, compare -> compare(compare, guess, pin, card));
    }

    private boolean allowed(boolean exists, PinThrottle.Try guess) {
        if (!exists) {
            return misses.trySpend(guess.client());
        }
        return guess.knownDevice() ? throttle.allowsOwn(guess) : throttle.allows(guess);
    }

    private Outcome compare(
            Passwords.Comparison compare, PinThrottle.Try guess, String pin, Optional<AccessLocationRow> card) {
        HolderId holder = new HolderId(card.map(AccessLocationRow::holderId).orElse(NOBODY));
        UUID access = card.map(AccessLocationRow::accessId).orElse(NOBODY);
        Optional<CardAttemptRow> attempt = database.inHolder(holder, handle -> {
            HolderDao dao = handle.attach(HolderDao.class);
            return guess.knownDevice()
                    ? dao.look(access, holder.value(), clock.instant())
                    : dao.attempt(access, holder.value(), clock.instant());
        });
        if (card.isPresent() && attempt.isEmpty()) {
            return lockedOrReplaced(guess);
        }
        if (!compare.matches(pin, attempt.map(CardAttemptRow::pinHash).orElse(null))) {
            card.ifPresent(known -> refuse(guess, holder));
            return new Wrong();
        }
        CardAttemptRow proven = attempt.get();
        Outcome outcome = database.inHolder(holder, handle -> {
            HolderDao dao = handle.attach(HolderDao.class);
            dao.lock(holder.value());
            if (!guess.knownDevice()) {
                // A lock that others caused stays: a known device passes it.
                dao.pinWasRight(access, holder.value());
            }
            return proven.inForce() ? open(handle, holder, access, proven) : new Replaced(holder, access);
        });
        if (guess.knownDevice()) {
            throttle.ownSucceeded(guess);
        }
        if (outcome instanceof Opened) {
            guess.client().device().remember(KnownDevice.Kind.CARD, holder.toString());
        }
        return outcome;
    }

    /** The holder is locked: whoever replaced the card or changed its PIN meanwhile has come before. */
    private Outcome open(Handle handle, HolderId holder, UUID access, CardAttemptRow proven) {
        HolderDao dao = handle.attach(HolderDao.class);
        if (!dao.inForce(access, holder.value(), proven.pinHash())) {
            return new Wrong();
        }
        dao.used(access, holder.value(), clock.instant());
        visits.opened(handle, holder, Visits.Way.CARD);
        return new Opened(holder, sessions.openHolder(handle, holder));
    }

    private void refuse(PinThrottle.Try guess, HolderId holder) {
        if (!guess.knownDevice()) {
            throttle.failed(guess);
        }
        database.inHolder(holder, handle -> {
            visits.refused(handle, holder);
            return handle;
        });
    }

    /** A card that was replaced meanwhile opens nothing, however long its holder waits. */
    private Outcome lockedOrReplaced(PinThrottle.Try guess) {
        boolean replaced = database.look(
                        handle -> handle.attach(HolderDao.class).locate(guess.secret()))
                .isEmpty();
        return replaced ? new Wrong() : new Later();
    }
}
