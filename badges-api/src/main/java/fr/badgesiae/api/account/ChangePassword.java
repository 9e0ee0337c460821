package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Changes one's own password, and asks for it again where somebody else may be at the keyboard. */
public final class ChangePassword {
    private static final String PURPOSE = "password";

    private final Platform platform;
    private final SignInThrottle throttle;
    private final Sessions sessions;

    ChangePassword(Platform platform, SignInThrottle throttle, Sessions sessions) {
        this.platform = platform;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** Whether this is the member's password; wrong ones slow the next down. */
    boolean confirmed(Principal member, String password) {
        String key = member.account().toString();
        if (!throttle.allowed(PURPOSE, key)) {
            return false;
        }
        boolean right = platform.passwords().matches(password, account(member).passwordHash());
        if (right) {
            throttle.succeeded(PURPOSE, key);
        } else {
            throttle.failed(PURPOSE);
        }
        return right;
    }

    String login(Principal member) {
        return account(member).login();
    }

    /** Sets it and closes every session, the one at hand too: the caller opens a new one. */
    void change(Principal member, String password) {
        OrganisationId organisation = member.organisation();
        AccountId account = member.account();
        String hash = platform.passwords().hash(password);
        platform.database().inOrganisation(organisation, handle -> {
            handle.attach(AccountDao.class)
                    .setPassword(
                            account.value(),
                            organisation.value(),
                            hash,
                            platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    organisation, Actor.account(account), AuditCode.PASSWORD_CHANGED, account.value()));
            sessions.closeAll(handle, organisation, account);
            return true;
        });
    }

    private AccountRow account(Principal member) {
        return platform.database()
                .inOrganisation(
                        member.organisation(),
                        handle -> handle.attach(AccountDao.class)
                                .find(
                                        member.account().value(),
                                        member.organisation().value()))
                .orElseThrow(ProblemException::notFound);
    }
}
