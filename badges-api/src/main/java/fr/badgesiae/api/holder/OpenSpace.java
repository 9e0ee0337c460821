package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Vault;
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

/** Opens the holder's space to whoever has the card and knows the PIN. */
public final class OpenSpace {
    private final Database database;
    private final Vault vault;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final PinThrottle throttle;

    OpenSpace(Database database, Vault vault, Passwords passwords, Ids ids, Clock clock, Audit audit) {
        this.database = database;
        this.vault = vault;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.throttle = new PinThrottle(clock);
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** The space of this holder is open. */
    public record Opened(HolderId holder) implements Outcome {}

    /** Code and PIN do not belong together; which of them is wrong stays unsaid. */
    public record Wrong() implements Outcome {}

    /** Too many wrong PINs, here or everywhere: later. */
    public record Later() implements Outcome {}

    /** The way in, for the holder's history. */
    public enum Way {
        CARD,
        SLIP,
        /** A wrong PIN. */
        REFUSED
    }

    /** Judges a card's code and PIN. */
    public Outcome open(Code code, String pin) {
        if (database.inPublic(throttle::holds)) {
            return new Later();
        }
        Optional<AccessLocationRow> found = database.inPublic(
                handle -> handle.attach(HolderDao.class).locate(vault.lookup(RecoveryCards.LOOKUP, code.value())));
        if (found.isEmpty()) {
            // As long as a real comparison, so that time does not tell which codes exist.
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
        return database.inHolder(holder, handle -> {
            handle.attach(HolderDao.class).attemptSucceeded(access, holder.value());
            visited(handle, holder, Way.CARD);
            return new Opened(holder);
        });
    }

    /** Writes a visit down in the holder's history. */
    public void visited(Handle handle, HolderId holder, Way way) {
        HolderDao dao = handle.attach(HolderDao.class);
        dao.opened(holder.value(), clock.instant());
        dao.visit(ids.uuid(), holder.value(), clock.instant(), way.name());
        audit.record(handle, new AuditEvent(null, Actor.holder(holder), AuditCode.HOLDER_OPENED, holder.value()));
    }

    private Outcome refuse(Handle handle, HolderId holder) {
        throttle.failed(handle);
        handle.attach(HolderDao.class).visit(ids.uuid(), holder.value(), clock.instant(), Way.REFUSED.name());
        return new Wrong();
    }
}
