package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.Networks;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Role;
import org.jdbi.v3.core.Handle;

/** The operator invites the network administrator of an installation, by a single-use link valid for one hour. */
public final class InviteNetworkAdmin {
    private final Platform platform;
    private final Networks networks;
    private final Links links;

    public InviteNetworkAdmin(Platform platform, Networks networks, Links links) {
        this.platform = platform;
        this.networks = networks;
        this.links = links;
    }

    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Invited(String address) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invited(address);
            }
        }

        record AdminExists() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.adminExists();
            }
        }
    }

    public interface Cases<T> {
        /** The address of the link, shown once. Older links are cancelled. */
        T invited(String address);

        T adminExists();
    }

    /**
     * @param networkName the name of the network to create when none exists
     * @param recover whether to invite although an administrator exists
     */
    public Outcome apply(String networkName, boolean recover) {
        return platform.database().inPublic(handle -> {
            boolean exists = handle.attach(MemberDao.class).networkAdminExists();
            return exists && !recover ? new Outcome.AdminExists() : invite(handle, networkName, exists);
        });
    }

    private Outcome invite(Handle handle, String networkName, boolean exists) {
        OrganisationId network = networks.oldestOrNew(handle, networkName);
        handle.attach(LinkDao.class)
                .cancelJoin(
                        network.value(),
                        Role.NETWORK_ADMIN.name(),
                        platform.clock().instant());
        AuditCode code = exists ? AccountAudit.ADMIN_RECOVERED : AccountAudit.ADMIN_CREATED;
        platform.audit().record(handle, new AuditEvent(network, Actor.SYSTEM, code, network.value()));
        return new Outcome.Invited(
                links.join(handle, network, Role.NETWORK_ADMIN, "", null, Links.NETWORK_ADMIN_LIFETIME));
    }
}
