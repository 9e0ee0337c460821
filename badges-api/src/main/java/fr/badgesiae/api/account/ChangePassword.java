package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;

/**
 * A member changes their own password. The current one is required, because somebody else may use the device. All sessions
 * are closed, and a new one is opened.
 */
final class ChangePassword {
    private static final String PURPOSE = "password";

    private final Platform platform;
    private final SignInThrottle throttle;
    private final Sessions sessions;

    ChangePassword(Platform platform, SignInThrottle throttle, Sessions sessions) {
        this.platform = platform;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Changed(OpenedSession session) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.changed(session);
            }
        }

        record Refused(boolean currentWrong, Optional<String> fault) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.refused(currentWrong, fault);
            }
        }
    }

    interface Cases<T> {
        T changed(OpenedSession session);

        /**
         * @param currentWrong whether the current password was wrong or throttled
         * @param fault message key of what is wrong with the new password
         */
        T refused(boolean currentWrong, Optional<String> fault);
    }

    /** Two transactions: no connection is held while passwords are hashed. */
    Outcome apply(Principal member, String current, String password) {
        AccountRow account = account(member);
        boolean confirmed = confirmed(account, current);
        Optional<String> fault = PasswordRules.fault(password, account.login());
        if (!confirmed || fault.isPresent()) {
            return new Outcome.Refused(!confirmed, fault);
        }
        return save(member, account.passwordHash(), platform.passwords().hash(password))
                .<Outcome>map(Outcome.Changed::new)
                .orElseGet(() -> new Outcome.Refused(true, Optional.empty()));
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

    private boolean confirmed(AccountRow account, String current) {
        String key = account.accountId().toString();
        if (!throttle.allowed(PURPOSE, key)) {
            return false;
        }
        boolean right = platform.passwords().matches(current, account.passwordHash());
        if (right) {
            throttle.succeeded(PURPOSE, key);
        }
        return right;
    }

    /** Empty when the member was deactivated, or the password changed, while the current one was compared. */
    private Optional<OpenedSession> save(Principal member, String compared, String hash) {
        OrganisationId organisation = member.organisation();
        AccountId account = member.account();
        return platform.database().inOrganisation(organisation, handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            Instant now = platform.clock().instant();
            if (dao.lockMember(account.value(), organisation.value()).isEmpty()
                    || dao.changePassword(account.value(), organisation.value(), compared, hash, now) != 1) {
                return Optional.empty();
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    organisation,
                                    Actor.account(account),
                                    AccountAudit.PASSWORD_CHANGED,
                                    account.value()));
            sessions.closeEverywhere(handle, account);
            return Optional.of(sessions.openDesk(handle, organisation, account));
        });
    }
}
