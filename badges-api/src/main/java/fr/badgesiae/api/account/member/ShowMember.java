package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;

/** Reads an active member with the latest changes of their rights. */
public final class ShowMember {
    private static final int LATEST = 10;

    private final Database database;

    public ShowMember(Database database) {
        this.database = database;
    }

    /** What a page shows of a member. */
    public record Shown(Member member, List<Change> changes) {}

    /**
     * A change of rights.
     *
     * @param by the name of the member who made it
     */
    public record Change(Instant createdAt, String by, List<Right> rightsBefore, List<Right> rightsAfter) {}

    /** @throws ProblemException NOT_FOUND unless this is an active member of an organisation that is no network's */
    public Shown apply(OrganisationId organisation, AccountId member) {
        return database.inOrganisation(organisation, handle -> {
            MemberDao dao = handle.attach(MemberDao.class);
            Member found = dao.find(organisation.value(), member.value())
                    .filter(Member::active)
                    .filter(one -> !one.rights().network())
                    .orElseThrow(ProblemException::notFound);
            return new Shown(found, dao.changes(organisation.value(), member.value(), LATEST));
        });
    }
}
