package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** An administrator invites a member by a single-use link. */
public final class InviteMember {
    private final Database database;
    private final Links links;

    public InviteMember(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /**
     * @param label who is invited, for the list of open links
     * @return the address of the link, shown once
     * @throws ProblemException FORBIDDEN for whoever does not manage any more
     */
    public String apply(OrganisationId organisation, AccountId by, Role role, String label) {
        return database.inOrganisation(organisation, handle -> {
            Links.requireMaker(handle, organisation, by);
            return links.join(handle, organisation, role, label, by, Links.LIFETIME);
        });
    }
}
