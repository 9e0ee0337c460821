package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares a name and a password. An unknown name costs the same time and gets the same answer as a wrong password, and
 * waits grow with failures for either.
 */
final class SignIn {
    private static final String PURPOSE = "sign-in";
    private static final String NO_PASSWORD = "";

    private final Platform platform;
    private final SignInThrottle throttle;

    SignIn(Platform platform, SignInThrottle throttle) {
        this.platform = platform;
        this.throttle = throttle;
    }

    /** What came of a try. */
    sealed interface Result {
        /** Come in. */
        record Welcome(OrganisationId organisation, AccountId account) implements Result {}

        /** The name and the password do not go together. */
        record Wrong() implements Result {}

        /** Too many failures under this name; try again later. */
        record Wait() implements Result {}
    }

    Result signIn(String typedName, String password) {
        String login = typedName.strip().toLowerCase(Locale.ROOT);
        if (!throttle.allowed(PURPOSE, login)) {
            return new Result.Wait();
        }
        Optional<AccountRow> account = find(login);
        String stored = account.map(AccountRow::passwordHash).orElse(NO_PASSWORD);
        boolean right = platform.passwords().matches(password, stored) && account.isPresent();
        if (!right) {
            throttle.failed(PURPOSE);
            account.ifPresent(known -> record(known, AuditCode.SIGN_IN_FAILED));
            return new Result.Wrong();
        }
        throttle.succeeded(PURPOSE, login);
        record(account.get(), AuditCode.SIGNED_IN);
        return new Result.Welcome(
                new OrganisationId(account.get().organisationId()),
                new AccountId(account.get().accountId()));
    }

    /** Whether this is the password of the member whose desk sleeps on this device. */
    boolean wake(Principal principal, String password) {
        String key = principal.account().toString();
        if (!throttle.allowed(PURPOSE, key)) {
            return false;
        }
        Optional<AccountRow> account = platform.database()
                .inOrganisation(
                        principal.organisation(),
                        handle -> handle.attach(AccountDao.class)
                                .active(
                                        principal.account().value(),
                                        principal.organisation().value()));
        boolean right = account.isPresent()
                && platform.passwords().matches(password, account.get().passwordHash());
        if (right) {
            throttle.succeeded(PURPOSE, key);
            record(account.get(), AuditCode.DEVICE_TAKEN_BACK);
        } else {
            throttle.failed(PURPOSE);
        }
        return right;
    }

    /** Leaves a line; the caller closes the session. */
    void left(Principal principal) {
        record(principal.organisation(), principal.account(), AuditCode.SIGNED_OUT);
    }

    private Optional<AccountRow> find(String login) {
        return platform.database()
                .inPublic(handle -> handle.attach(AccountDao.class).locate(login))
                .flatMap(place -> platform.database()
                        .inOrganisation(
                                new OrganisationId(place.organisationId()),
                                handle -> handle.attach(AccountDao.class)
                                        .active(place.accountId(), place.organisationId())));
    }

    private void record(AccountRow account, AuditCode code) {
        record(new OrganisationId(account.organisationId()), new AccountId(account.accountId()), code);
    }

    private void record(OrganisationId organisation, AccountId by, AuditCode code) {
        platform.database().inOrganisation(organisation, handle -> {
            platform.audit().record(handle, new AuditEvent(organisation, Actor.account(by), code, by.value()));
            return true;
        });
    }
}
