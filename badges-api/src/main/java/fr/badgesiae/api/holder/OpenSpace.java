package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.PinThrottle;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens the holder's space with the code of a card and its PIN. */
public final class OpenSpace {
    private final Database database;
    private final Vault vault;
    private final Passwords passwords;
    private final Clock clock;
    private final Visits visits;
    private final PinThrottle throttle;

    OpenSpace(Database database, Vault vault, Passwords passwords, Clock clock, Visits visits) {
        this.database = database;
        this.vault = vault;
        this.passwords = passwords;
        this.clock = clock;
        this.visits = visits;
        this.throttle = new PinThrottle(clock);
    }

    /** What an attempt led to. */
    public sealed interface Outcome permits Opened, Replaced, Wrong, Later {
        <T> T fold(Cases<T> cases);
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T opened(HolderId holder);

        T replaced(HolderId holder, UUID card);

        T wrong();

        T later();
    }

    /** The space of this holder is open. */
    public record Opened(HolderId holder) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.opened(holder);
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

    /** Too many wrong PINs, for this card or in total. */
    public record Later() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.later();
        }
    }

    /** Checks the code of a card and its PIN. */
    public Outcome apply(Code code, String pin) {
        if (database.inPublic(throttle::holds)) {
            return new Later();
        }
        Optional<AccessLocationRow> found = database.inPublic(
                handle -> handle.attach(HolderDao.class).locate(vault.lookup(RecoveryCards.LOOKUP, code.value())));
        if (found.isEmpty()) {
            // Takes as long as a real comparison: the response time must not disclose which codes exist.
            passwords.matches(pin, null);
            return new Wrong();
        }
        HolderId holder = new HolderId(found.get().holderId());
        UUID access = found.get().accessId();
        Optional<CardAttemptRow> attempt = database.inHolder(
                holder, handle -> handle.attach(HolderDao.class).attempt(access, holder.value(), clock.instant()));
        if (attempt.isEmpty()) {
            return new Later();
        }
        if (!passwords.matches(pin, attempt.get().pinHash())) {
            return database.inHolder(holder, handle -> refuse(handle, holder));
        }
        boolean inForce = attempt.get().inForce();
        return database.inHolder(
                holder, handle -> inForce ? open(handle, holder, access) : replaced(handle, holder, access));
    }

    private Outcome open(Handle handle, HolderId holder, UUID access) {
        handle.attach(HolderDao.class).used(access, holder.value(), clock.instant());
        visits.opened(handle, holder, Visits.Way.CARD);
        return new Opened(holder);
    }

    private static Outcome replaced(Handle handle, HolderId holder, UUID access) {
        handle.attach(HolderDao.class).pinWasRight(access, holder.value());
        return new Replaced(holder, access);
    }

    private Outcome refuse(Handle handle, HolderId holder) {
        throttle.failed(handle);
        visits.refused(handle, holder);
        return new Wrong();
    }
}
