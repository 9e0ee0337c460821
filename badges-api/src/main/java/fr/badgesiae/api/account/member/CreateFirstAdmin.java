package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.CreateOrganisation;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Role;
import java.util.Optional;

/** The way in to an installation: a single-use link, good for an hour, to the account of a network administrator. */
public final class CreateFirstAdmin {
    private final Platform platform;
    private final CreateOrganisation organisations;
    private final Links links;

    public CreateFirstAdmin(Platform platform, CreateOrganisation organisations, Links links) {
        this.platform = platform;
        this.organisations = organisations;
        this.links = links;
    }

    /**
     * Makes the link; an older one dies.
     *
     * @param networkName the name of the network to create where there is none yet
     * @param recover whether to make one although an administrator exists
     * @return the address, or empty when an administrator exists and recovery was not asked for
     */
    public Optional<String> create(String networkName, boolean recover) {
        boolean exists = platform.database()
                .inPublic(handle -> handle.attach(MemberDao.class).networkAdminExists());
        if (exists && !recover) {
            return Optional.empty();
        }
        OrganisationId network = organisations.network(networkName);
        AuditCode code = exists ? AuditCode.ADMIN_RECOVERED : AuditCode.ADMIN_CREATED;
        return Optional.of(platform.database().inOrganisation(network, handle -> {
            handle.attach(LinkDao.class)
                    .cancelJoin(
                            network.value(),
                            Role.NETWORK_ADMIN.name(),
                            platform.clock().instant());
            platform.audit().record(handle, new AuditEvent(network, Actor.SYSTEM, code, network.value()));
            return links.join(handle, network, Role.NETWORK_ADMIN, "", null, Links.FIRST_ADMIN_LIFE);
        }));
    }
}
