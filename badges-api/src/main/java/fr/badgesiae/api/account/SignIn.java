package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Checks a login and a password. Work and answer are the same for an unknown login and a wrong password. Failures of either
 * kind are throttled.
 */
final class SignIn {
    private static final String NO_PASSWORD = "";
    private static final AccountLocationRow NOWHERE = new AccountLocationRow(new UUID(0, 0), new UUID(0, 0));
    private static final String BEFORE_AUDIT = "before_audit";

    private final Platform platform;
    private final SignInThrottle throttle;
    private final Sessions sessions;

    SignIn(Platform platform, SignInThrottle throttle, Sessions sessions) {
        this.platform = platform;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record SignedIn(OpenedSession session, boolean several) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.signedIn(session, several);
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
        /**
         * @param several whether the account works for more than one organisation; the one opened last is open
         */
        T signedIn(OpenedSession session, boolean several);

        /** Unknown login, or wrong password. */
        T wrong();

        /** Too many failures for this login or in this network; nothing was checked. */
        T throttled();
    }

    /** Reads an account in an organisation whose member it is or was. */
    interface Lookup {
        Optional<AccountRow> find(AccountDao dao, UUID account, UUID organisation);
    }

    /** No connection is held while the password is hashed. */
    Outcome apply(String typedLogin, String password, Client client) {
        return apply(typedLogin, password, client, AccountDao::active, this::open);
    }

    /**
     * The same with what a right password opens.
     *
     * @param lookup the account, where its login is located
     * @param open empty when the member or the password has changed meanwhile
     */
    Outcome apply(
            String typedLogin,
            String password,
            Client client,
            Lookup lookup,
            Function<AccountRow, Optional<Outcome.SignedIn>> open) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        boolean known = client.device().knows(KnownDevice.Kind.ACCOUNT, login);
        return platform.passwords()
                .inTurn(client.network(), known, compare -> compare(compare, login, password, client, lookup, open));
    }

    private Outcome compare(
            Passwords.Comparison compare,
            String login,
            String password,
            Client client,
            Lookup lookup,
            Function<AccountRow, Optional<Outcome.SignedIn>> open) {
        if (!throttle.allowed(login, client)) {
            return new Outcome.Throttled();
        }
        Optional<AccountRow> account = find(login, lookup);
        boolean right =
                compare.matches(password, account.map(AccountRow::passwordHash).orElse(NO_PASSWORD));
        if (!right || account.isEmpty()) {
            fail(login, client, account);
            return new Outcome.Wrong();
        }
        Optional<Outcome.SignedIn> opened = open.apply(account.get());
        if (opened.isPresent()) {
            throttle.succeeded(login, client);
        }
        return opened.<Outcome>map(Function.identity()).orElseGet(Outcome.Wrong::new);
    }

    /** The same statements for an unknown login. */
    private Optional<AccountRow> find(String login, Lookup lookup) {
        return platform.database().inPublic(handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            AccountLocationRow place = dao.locate(login).orElse(NOWHERE);
            Database.alsoForOrganisation(handle, new OrganisationId(place.organisationId()));
            return lookup.find(dao, place.accountId(), place.organisationId());
        });
    }

    /** One transaction with the same statements for an unknown login; its audit line is taken back. */
    private void fail(String login, Client client, Optional<AccountRow> account) {
        platform.database().inPublic(handle -> {
            handle.savepoint(BEFORE_AUDIT);
            platform.audit().record(handle, event(account, AccountAudit.SIGN_IN_FAILED));
            if (account.isPresent()) {
                handle.releaseSavepoint(BEFORE_AUDIT);
            } else {
                handle.rollbackToSavepoint(BEFORE_AUDIT);
            }
            throttle.failed(handle, login, client);
            return handle;
        });
    }

    /** Looks again under the locks: the member may have been deactivated, or the password changed, while it was compared. */
    private Optional<Outcome.SignedIn> open(AccountRow account) {
        OrganisationId organisation = new OrganisationId(account.organisationId());
        return platform.database().inOrganisation(organisation, handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            dao.open(
                    account.accountId(),
                    account.organisationId(),
                    platform.clock().instant());
            if (dao.lockProven(account.accountId(), account.organisationId(), account.passwordHash())
                    .isEmpty()) {
                return Optional.empty();
            }
            platform.audit().record(handle, event(Optional.of(account), AccountAudit.SIGNED_IN));
            boolean several = dao.places(account.accountId()).size() > 1;
            return Optional.of(new Outcome.SignedIn(
                    sessions.openDesk(handle, organisation, new AccountId(account.accountId())), several));
        });
    }

    private static AuditEvent event(Optional<AccountRow> account, AuditCode code) {
        UUID id = account.map(AccountRow::accountId).orElse(NOWHERE.accountId());
        OrganisationId organisation =
                account.map(AccountRow::organisationId).map(OrganisationId::new).orElse(null);
        return new AuditEvent(organisation, Actor.account(new AccountId(id)), code, id);
    }
}
