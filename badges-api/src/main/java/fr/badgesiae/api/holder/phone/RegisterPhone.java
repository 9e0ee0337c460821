package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.passkey.PasskeyId;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Adds a phone that {@link PreparePhone} let this session add. Its long session takes the place of the present one, and the holder's contacts are told. */
final class RegisterPhone {
    /** Phones of one holder. */
    static final int MOST = 5;

    private final Database database;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final ContactNotices notices;
    private final Audit audit;

    RegisterPhone(Database database, Passkeys passkeys, Sessions sessions, ContactNotices notices, Audit audit) {
        this.database = database;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.notices = notices;
        this.audit = audit;
    }

    /** @return the session of the phone; empty when its answer is not what was asked for, or in time */
    Optional<OpenedSession> apply(HolderPrincipal by, String answer, PhoneName name) {
        HolderId holder = by.holder();
        return database.inHolder(holder, handle -> {
            handle.attach(PhoneDao.class).lock(holder.value());
            return passkeys.count(handle, holder) >= MOST
                    ? Optional.empty()
                    : passkeys.finishRegistration(handle, by, answer, name.text())
                            .map(passkey -> open(handle, by, passkey));
        });
    }

    private OpenedSession open(Handle handle, HolderPrincipal by, PasskeyId passkey) {
        audit.record(handle, new AuditEvent(Actor.holder(by.holder()), PhoneAudit.HOLDER_PHONE_ADDED, passkey.value()));
        notices.phoneAdded(handle, by.holder());
        return sessions.lengthen(handle, by, passkey.value());
    }
}
