package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;

/** Changes the PIN of the space. The old PIN is required: the device may be somebody else's. */
final class ChangePin {
    private final Database database;
    private final Passwords passwords;
    private final PinCheck check;
    private final Audit audit;

    ChangePin(Database database, Passwords passwords, PinCheck check, Audit audit) {
        this.database = database;
        this.passwords = passwords;
        this.check = check;
        this.audit = audit;
    }

    enum Outcome {
        CHANGED,
        TOO_SIMPLE,
        WRONG,
        LATER
    }

    Outcome apply(HolderId holder, String old, String chosen) {
        if (!Pins.acceptable(chosen)) {
            return Outcome.TOO_SIMPLE;
        }
        return switch (check.compare(holder, old)) {
            case MATCHES -> change(holder, passwords.hash(chosen));
            case WRONG -> Outcome.WRONG;
            case LATER -> Outcome.LATER;
        };
    }

    private Outcome change(HolderId holder, String hash) {
        return database.inHolder(holder, handle -> {
            check.succeeded(handle, holder);
            handle.attach(HolderDao.class).changePin(holder.value(), hash);
            audit.record(handle, new AuditEvent(Actor.holder(holder), HolderAudit.HOLDER_PIN_CHANGED, holder.value()));
            return Outcome.CHANGED;
        });
    }
}
