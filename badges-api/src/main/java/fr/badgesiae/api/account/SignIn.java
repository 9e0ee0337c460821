package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks a login and a password. Time and answer are the same for an unknown login and a wrong password. Failures of either
 * kind are throttled.
 */
final class SignIn {
    /** Throttle key space, shared with {@link WakeDesk}. */
    static final String PURPOSE = "sign-in";

    private static final String NO_PASSWORD = "";

    private final Platform platform;
    private final SignInThrottle throttle;

    SignIn(Platform platform, SignInThrottle throttle) {
        this.platform = platform;
        this.throttle = throttle;
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record SignedIn(OrganisationId organisation, AccountId account) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.signedIn(organisation, account);
            }
        }

        record Wrong() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.wrong();
            }
        }

        record Throttled() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.throttled();
            }
        }
    }

    interface Cases<T> {
        T signedIn(OrganisationId organisation, AccountId account);

        /** Unknown login, or wrong password. */
        T wrong();

        /** Too many failures for this login; nothing was checked. */
        T throttled();
    }

    /** Two transactions: no connection is held while the password is hashed. */
    Outcome apply(String typedLogin, String password) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        if (!throttle.allowed(PURPOSE, login)) {
            return new Outcome.Throttled();
        }
        Optional<AccountRow> account = find(login);
        String stored = account.map(AccountRow::passwordHash).orElse(NO_PASSWORD);
        boolean right = platform.passwords().matches(password, stored) && account.isPresent();
        if (!right) {
            throttle.failed(PURPOSE);
            account.ifPresent(known -> record(known, AccountAudit.SIGN_IN_FAILED));
            return new Outcome.Wrong();
        }
        throttle.succeeded(PURPOSE, login);
        record(account.get(), AccountAudit.SIGNED_IN);
        return new Outcome.SignedIn(
                new OrganisationId(account.get().organisationId()),
                new AccountId(account.get().accountId()));
    }

    private Optional<AccountRow> find(String login) {
        return platform.database().inPublic(handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            return dao.locate(login).flatMap(place -> {
                Database.alsoForOrganisation(handle, new OrganisationId(place.organisationId()));
                return dao.active(place.accountId(), place.organisationId());
            });
        });
    }

    private void record(AccountRow account, AuditCode code) {
        OrganisationId organisation = new OrganisationId(account.organisationId());
        Actor actor = Actor.account(new AccountId(account.accountId()));
        platform.database().inOrganisation(organisation, handle -> {
            platform.audit().record(handle, new AuditEvent(organisation, actor, code, account.accountId()));
            return true;
        });
    }
}
