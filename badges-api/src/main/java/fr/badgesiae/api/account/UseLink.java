package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLState;

/** What the holder of a link does with it, once: open an account, or choose a new password. */
public final class UseLink {
    private final Platform platform;
    private final Links links;
    private final Sessions sessions;

    UseLink(Platform platform, Links links, Sessions sessions) {
        this.platform = platform;
        this.links = links;
        this.sessions = sessions;
    }

    /** Opens the account; empty when the sign-in name is somebody's already, and the link can be used again. */
    Optional<AccountId> join(Links.Found link, Login login, String name, String password) {
        AccountId account = new AccountId(platform.ids().uuid());
        String hash = platform.passwords().hash(password);
        OrganisationId organisation = link.organisation();
        try {
            return platform.database().inOrganisation(organisation, handle -> {
                AccountDao dao = handle.attach(AccountDao.class);
                if (dao.locate(login.value()).isPresent()) {
                    return Optional.empty();
                }
                Instant now = use(handle, link);
                dao.insertAccount(account.value(), login.value(), name, hash, now);
                dao.insertMembership(
                        platform.ids().uuid(),
                        organisation.value(),
                        account.value(),
                        link.row().role(),
                        now);
                record(handle, organisation, account, AuditCode.MEMBER_JOINED);
                return Optional.of(account);
            });
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(sql.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Sets the password and closes whatever was open with the old one. */
    AccountId setPassword(Links.Found link, String password) {
        AccountId account = new AccountId(link.row().accountId());
        OrganisationId organisation = link.organisation();
        String hash = platform.passwords().hash(password);
        platform.database().inOrganisation(organisation, handle -> {
            Instant now = use(handle, link);
            if (handle.attach(AccountDao.class).setPassword(account.value(), organisation.value(), hash, now) != 1) {
                throw gone();
            }
            record(handle, organisation, account, AuditCode.PASSWORD_CHANGED);
            sessions.closeAll(handle, organisation, account);
            return true;
        });
        return account;
    }

    private Instant use(Handle handle, Links.Found link) {
        Instant now = platform.clock().instant();
        if (!links.use(handle, link, now)) {
            throw gone();
        }
        return now;
    }

    private static ProblemException gone() {
        return new ProblemException(ProblemType.GONE, "This link was used already or is over.");
    }

    private void record(Handle handle, OrganisationId organisation, AccountId account, AuditCode code) {
        platform.audit().record(handle, new AuditEvent(organisation, Actor.account(account), code, account.value()));
    }
}
