package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;

/**
 * Changes the PIN of the space. The old PIN is required: the device may be somebody else's. Sessions on other devices end: one
 * of them may be the reason for the change.
 */
final class ChangePin {
    private final Database database;
    private final Passwords passwords;
    private final PinCheck check;
    private final Sessions sessions;
    private final Audit audit;

    ChangePin(Database database, Passwords passwords, PinCheck check, Sessions sessions, Audit audit) {
        this.database = database;
        this.passwords = passwords;
        this.check = check;
        this.sessions = sessions;
        this.audit = audit;
    }

    enum Outcome {
        CHANGED,
        TOO_SIMPLE,
        WRONG,
        LATER
    }

    Outcome apply(HolderPrincipal by, String old, String chosen) {
        if (!Pins.acceptable(chosen)) {
            return Outcome.TOO_SIMPLE;
        }
        PinCheck.Compared compared = check.compare(by.holder(), old);
        return switch (compared.result()) {
            case MATCHES -> change(by, compared, passwords.hash(chosen));
            case WRONG -> Outcome.WRONG;
            case LATER -> Outcome.LATER;
        };
    }

    private Outcome change(HolderPrincipal by, PinCheck.Compared compared, String hash) {
        HolderId holder = by.holder();
        return database.inHolder(holder, handle -> {
            if (!compared.isInForce(handle, holder)) {
                return Outcome.WRONG;
            }
            handle.attach(HolderDao.class).changePin(holder.value(), hash);
            sessions.closeOthers(handle, by);
            audit.record(handle, new AuditEvent(Actor.holder(holder), HolderAudit.HOLDER_PIN_CHANGED, holder.value()));
            return Outcome.CHANGED;
        });
    }
}
