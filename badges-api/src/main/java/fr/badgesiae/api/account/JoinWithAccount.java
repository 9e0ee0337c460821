package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.account.member.FindLink;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whoever has an account already joins with it: the link proves the invitation, the password the account. */
final class JoinWithAccount {
    private final Platform platform;
    private final SignIn signIn;
    private final Links links;
    private final Sessions sessions;

    JoinWithAccount(Platform platform, SignIn signIn, Links links, Sessions sessions) {
        this.platform = platform;
        this.signIn = signIn;
        this.links = links;
        this.sessions = sessions;
    }

    /** @throws ProblemException GONE for a link that is used, cancelled or expired */
    SignIn.Outcome apply(FindLink.Found found, String login, String password, Client client) {
        return signIn.apply(
                login,
                password,
                client,
                AccountDao::find, // whoever left everywhere comes back with the account
                account -> platform.database()
                        .inOrganisation(found.organisation(), handle -> join(handle, found, account)));
    }

    /** A wrong password leaves the link usable. */
    private Optional<SignIn.Outcome.SignedIn> join(Handle handle, FindLink.Found found, AccountRow account) {
        AccountDao dao = handle.attach(AccountDao.class);
        OrganisationId organisation = found.organisation();
        UUID id = account.accountId();
        Instant now = platform.clock().instant();
        UUID membership = platform.ids().uuid();
        boolean joined =
                dao.join(membership, organisation.value(), id, found.link().joinRole(), now) == 1;
        if (joined) {
            links.use(handle, organisation, found.link());
            record(handle, organisation, id, AccountAudit.MEMBER_JOINED);
        }
        dao.open(id, organisation.value(), now);
        if (dao.lockProven(id, organisation.value(), account.passwordHash()).isEmpty()) {
            throw Links.gone();
        }
        record(handle, organisation, id, AccountAudit.SIGNED_IN);
        AccountId member = new AccountId(id);
        return Optional.of(new SignIn.Outcome.SignedIn(sessions.openDesk(handle, organisation, member), false));
    }

    private void record(Handle handle, OrganisationId organisation, UUID account, AccountAudit code) {
        platform.audit()
                .record(handle, new AuditEvent(organisation, Actor.account(new AccountId(account)), code, account));
    }
}
