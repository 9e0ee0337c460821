package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Checks the password of the member whose desk session sleeps on this device. A new session is opened. */
final class WakeDesk {
    private static final String PURPOSE = "wake";

    private final Platform platform;
    private final SignInThrottle throttle;
    private final Sessions sessions;

    WakeDesk(Platform platform, SignInThrottle throttle, Sessions sessions) {
        this.platform = platform;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /**
     * Two transactions: no connection is held while the password is hashed.
     *
     * @return empty for a wrong password, when throttled, or for somebody who is no longer a member
     */
    Optional<OpenedSession> apply(Principal member, String password) {
        String key = member.account().toString();
        if (!throttle.allowed(PURPOSE, key)) {
            return Optional.empty();
        }
        Optional<AccountRow> account = platform.database()
                .inOrganisation(
                        member.organisation(),
                        handle -> handle.attach(AccountDao.class)
                                .active(
                                        member.account().value(),
                                        member.organisation().value()));
        boolean right = account.isPresent()
                && platform.passwords().matches(password, account.get().passwordHash());
        if (!right) {
            return Optional.empty();
        }
        Optional<OpenedSession> opened = platform.database()
                .inOrganisation(
                        member.organisation(),
                        handle -> open(handle, member, account.get().passwordHash()));
        if (opened.isPresent()) {
            throttle.succeeded(PURPOSE, key);
        }
        return opened;
    }

    /** Looks again under the locks: the member may have been deactivated, or the password changed, while it was compared. */
    private Optional<OpenedSession> open(Handle handle, Principal member, String compared) {
        UUID organisation = member.organisation().value();
        if (handle.attach(AccountDao.class)
                .lockProven(member.account().value(), organisation, compared)
                .isEmpty()) {
            return Optional.empty();
        }
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                member.organisation(),
                                Actor.account(member.account()),
                                AccountAudit.DEVICE_TAKEN_BACK,
                                member.account().value()));
        return Optional.of(sessions.openDesk(handle, member.organisation(), member.account()));
    }
}
