package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** A network invites the first administrator of one of its organisations. A new link cancels the older one. */
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
     * @return the address of the link, shown once
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT when it has an administrator
     */
    public String apply(OrganisationId network, AccountId by, OrganisationId organisation) {
        return platform.database().inOrganisation(organisation, handle -> {
            requireMembership(handle, network, organisation);
            if (!handle.attach(MemberDao.class)
                    .lockAdministrators(organisation.value())
                    .isEmpty()) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "This organisation has an administrator, who looks after its members.");
            }
            handle.attach(LinkDao.class)
                    .cancelJoin(
                            organisation.value(),
                            Role.ORG_ADMIN.name(),
                            platform.clock().instant());
            return links.join(handle, organisation, Role.ORG_ADMIN, "", by, Links.LIFETIME);
        });
    }

    private void requireMembership(Handle handle, OrganisationId network, OrganisationId organisation) {
        boolean own = organisations
                .find(handle, organisation)
                .flatMap(profile -> profile.network())
                .filter(current -> current.id().equals(network))
                .isPresent();
        if (!own) {
            throw ProblemException.notFound();
        }
    }
}
