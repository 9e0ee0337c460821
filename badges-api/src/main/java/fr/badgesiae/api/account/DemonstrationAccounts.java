package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import java.time.Instant;
import java.util.UUID;

/** The invented network and the members of a demonstration. */
public final class DemonstrationAccounts {
    private static final UUID NO_SESSION = new UUID(0, 0);

    private final Platform platform;
    private final OrganisationModule organisations;

    DemonstrationAccounts(Platform platform, OrganisationModule organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /** Creates the network in an empty database. */
    public OrganisationId network(String name) {
        return platform.database().inPublic(handle -> organisations.networks().oldestOrNew(handle, name));
    }

    /** Records that the data are complete. */
    public void seeded(OrganisationId network) {
        AuditEvent seeded = new AuditEvent(network, Actor.SYSTEM, AccountAudit.DEMONSTRATION_SEEDED, network.value());
        platform.database().inOrganisation(network, handle -> {
            platform.audit().record(handle, seeded);
            return true;
        });
    }

    /** Creates a member. */
    public Principal member(OrganisationId organisation, Role role, String login, String name, String password) {
        UUID account = platform.ids().uuid();
        String hash = platform.passwords().hash(password);
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(organisation, handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            dao.insertAccount(account, login, name, hash, now);
            dao.insertMembership(platform.ids().uuid(), organisation.value(), account, role.name(), now);
            AccountId id = new AccountId(account);
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(organisation, Actor.account(id), AccountAudit.MEMBER_JOINED, account));
            return new Principal(id, organisation, role, name, "", NO_SESSION);
        });
    }
}
