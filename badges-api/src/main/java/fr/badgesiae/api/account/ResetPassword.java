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

/** Sets a new password by a single-use link, closes the sessions of the old one and opens the desk. */
final class ResetPassword {
    private final Platform platform;
    private final Links links;
    private final Sessions sessions;

    ResetPassword(Platform platform, Links links, Sessions sessions) {
        this.platform = platform;
        this.links = links;
        this.sessions = sessions;
    }

    /** @throws ProblemException GONE for a link that is used, cancelled or expired */
    OpenedSession apply(FindLink.Found found, String password) {
        AccountId account = found.link().passwordOf();
        OrganisationId organisation = found.organisation();
        // Hashed before the transaction, which holds a connection.
        String hash = platform.passwords().hash(password);
        return platform.database().inOrganisation(organisation, handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            // One organisation gives no way into the desk of another: the account may have joined it since, or join it
            // now.
            if (dao.lockMember(account.value(), organisation.value()).isEmpty()
                    || dao.lockAccount(account.value()).isEmpty()
                    || dao.places(account.value()).size() > 1) {
                throw Links.gone();
            }
            links.use(handle, organisation, found.link());
            int rows = dao.setPassword(
                    account.value(),
                    organisation.value(),
                    hash,
                    platform.clock().instant());
            if (rows != 1) {
                throw Links.gone();
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
            return sessions.openDesk(handle, organisation, account);
        });
    }
}
