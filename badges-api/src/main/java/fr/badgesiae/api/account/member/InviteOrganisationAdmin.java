package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;

/**
 * A network invites an administrator of one of its organisations: the first one, or another where nobody of the management gets
 * in any more. A new link cancels the older one. Administrators whom it has stay; the organisation's audit tells of it.
 */
public final class InviteOrganisationAdmin {
    private final Platform platform;
    private final Organisations organisations;
    private final Links links;

    public InviteOrganisationAdmin(Platform platform, Organisations organisations, Links links) {
        this.platform = platform;
        this.organisations = organisations;
        this.links = links;
    }

    /**
     * @param recover whether to invite although an administrator exists
     * @return the address of the link, shown once
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT when it has an administrator and {@code
     *     recover} is false
     */
    public String apply(OrganisationId network, AccountId by, OrganisationId organisation, boolean recover) {
        return platform.database().inOrganisation(organisation, handle -> {
            FindRecoverable.find(organisations, handle, network, organisation);
            boolean administered = !handle.attach(MemberDao.class)
                    .lockManagers(organisation.value())
                    .isEmpty();
            if (administered && !recover) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "This organisation has an administrator, who looks after its members.");
            }
            if (administered) {
                AuditEvent recovered = new AuditEvent(
                        organisation, Actor.account(by), AccountAudit.ADMIN_RECOVERED, organisation.value());
                platform.audit().record(handle, recovered);
            }
            handle.attach(LinkDao.class)
                    .cancelJoin(
                            organisation.value(),
                            Role.ORG_ADMIN.name(),
                            platform.clock().instant());
            return links.join(handle, organisation, Role.ORG_ADMIN, "", by, Links.LIFETIME);
        });
    }
}
