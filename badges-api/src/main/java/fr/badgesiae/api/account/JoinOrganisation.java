package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.account.member.FindLink;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLState;

/** Creates the account of an invited member, uses the link and opens the desk, in one transaction. */
final class JoinOrganisation {
    private final Platform platform;
    private final Links links;
    private final Sessions sessions;

    JoinOrganisation(Platform platform, Links links, Sessions sessions) {
        this.platform = platform;
        this.links = links;
        this.sessions = sessions;
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Joined(AccountId account, OpenedSession session) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.joined(account, session);
            }
        }

        record LoginTaken() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.loginTaken();
            }
        }
    }

    interface Cases<T> {
        T joined(AccountId account, OpenedSession session);

        /** Another account has this login; the link stays usable. */
        T loginTaken();
    }

    /** @throws ProblemException GONE for a link that is used, cancelled or expired */
    Outcome apply(FindLink.Found found, Login login, String name, String password) {
        // Hashed before the transaction, which holds a connection.
        String hash = platform.passwords().hash(password);
        try {
            return platform.database()
                    .inOrganisation(found.organisation(), handle -> join(handle, found, login, name, hash));
        } catch (UnableToExecuteStatementException e) {
            // A concurrent request inserted the same login between our check and our insert.
            if (e.getCause() instanceof SQLException sql
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(sql.getSQLState())) {
                return new Outcome.LoginTaken();
            }
            throw e;
        }
    }

    private Outcome join(Handle handle, FindLink.Found found, Login login, String name, String hash) {
        AccountDao dao = handle.attach(AccountDao.class);
        if (dao.locate(login.value()).isPresent()) {
            return new Outcome.LoginTaken();
        }
        OrganisationId organisation = found.organisation();
        links.use(handle, organisation, found.link());
        AccountId account = new AccountId(platform.ids().uuid());
        Instant now = platform.clock().instant();
        dao.insertAccount(account.value(), login.value(), name, hash, now);
        dao.join(
                platform.ids().uuid(),
                organisation.value(),
                account.value(),
                found.link().joinRole(),
                now);
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                organisation, Actor.account(account), AccountAudit.MEMBER_JOINED, account.value()));
        return new Outcome.Joined(account, sessions.openDesk(handle, organisation, account));
    }
}
