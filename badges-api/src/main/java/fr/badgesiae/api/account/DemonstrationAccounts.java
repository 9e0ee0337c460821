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
import org.jdbi.v3.core.Handle;

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
            handle.attach(AccountDao.class).insertAccount(account, login, name, hash, now);
            AccountId id = new AccountId(account);
            join(handle, id, organisation, role);
            return new Principal(id, organisation, role, name, "", NO_SESSION);
        });
    }

    /** Makes a member work for another organisation too. */
    public void alsoWorks(AccountId account, OrganisationId organisation, Role role) {
        platform.database().inOrganisation(organisation, handle -> {
            join(handle, account, organisation, role);
            return true;
        });
    }

    private void join(Handle handle, AccountId account, OrganisationId organisation, Role role) {
        UUID id = account.value();
        Instant now = platform.clock().instant();
        handle.attach(AccountDao.class).join(platform.ids().uuid(), organisation.value(), id, role.name(), now);
        AuditEvent joined = new AuditEvent(organisation, Actor.account(account), AccountAudit.MEMBER_JOINED, id);
        platform.audit().record(handle, joined);
    }
}
