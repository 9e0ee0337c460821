package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** An administrator creates a single-use link by which a member sets a new password. */
public final class CreatePasswordLink {
    private final Database database;
    private final Links links;

    public CreatePasswordLink(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /**
     * @return the address of the link, shown once
     * @throws ProblemException NOT_FOUND unless this is an active member
     */
    public String apply(OrganisationId organisation, AccountId by, AccountId member) {
        return database.inOrganisation(organisation, handle -> {
            boolean active = handle.attach(MemberDao.class)
                    .find(organisation.value(), member.value())
                    .filter(Member::active)
                    .isPresent();
            if (!active) {
                throw ProblemException.notFound();
            }
            return links.password(handle, organisation, member, by, Links.LIFETIME);
        });
    }
}
