package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.Networks;
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
    private final Networks networks;
    private final Links links;

    public CreateFirstAdmin(Platform platform, Networks networks, Links links) {
        this.platform = platform;
        this.networks = networks;
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
        return platform.database().inPublic(handle -> {
            MemberDao members = handle.attach(MemberDao.class);
            boolean exists = members.networkAdminExists();
            if (exists && !recover) {
                return Optional.empty();
            }
            OrganisationId network = networks.oldestOrNew(handle, networkName);
            handle.attach(LinkDao.class)
                    .cancelJoin(
                            network.value(),
                            Role.NETWORK_ADMIN.name(),
                            platform.clock().instant());
            AuditCode code = exists ? AuditCode.ADMIN_RECOVERED : AuditCode.ADMIN_CREATED;
            platform.audit().record(handle, new AuditEvent(network, Actor.SYSTEM, code, network.value()));
            return Optional.of(links.join(handle, network, Role.NETWORK_ADMIN, "", null, Links.FIRST_ADMIN_LIFE));
        });
    }
}
