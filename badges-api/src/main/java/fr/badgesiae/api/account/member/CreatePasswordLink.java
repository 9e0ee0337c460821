package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;

/** An administrator creates a single-use link by which a member sets a new password. */
public final class CreatePasswordLink {
    private final Database database;
    private final Links links;

    public CreatePasswordLink(Database database, Links links) {
        this.database = database;
        this.links = links;
    }

    /**
     * @return the address of the link, shown once; empty for an account that opens the desk of another organisation too
     * @throws ProblemException NOT_FOUND unless this is an active member; FORBIDDEN for whoever does not manage any more
     */
    public Optional<String> apply(OrganisationId organisation, AccountId by, AccountId member) {
        return database.inOrganisation(organisation, handle -> {
            Links.requireMaker(handle, organisation, by);
            boolean active = handle.attach(MemberDao.class)
                    .find(organisation.value(), member.value())
                    .filter(Member::active)
                    .isPresent();
            if (!active) {
                throw ProblemException.notFound();
            }
            return handle.attach(MemberDao.class).worksElsewhere(organisation.value(), member.value())
                    ? Optional.empty()
                    : Optional.of(links.password(handle, organisation, member, by, Links.LIFETIME));
        });
    }
}
