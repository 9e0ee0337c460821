package fr.badgesiae.api.person.team;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/**
 * Answers whether a member may act on a person: whoever may read names on anybody of the organisation, whoever only proposes on
 * the people of the teams assigned to them. Statements that find people take {@link Reach} instead.
 */
public final class AssignedPeople {
    private AssignedPeople() {}

    /** Whether the member may act on this person now. False also for a person of another organisation. */
    public static boolean mayActOn(Handle handle, Principal by, PersonId person) {
        return handle.attach(TeamDao.class)
                .reaches(by.organisation().value(), Reach.of(by).member(), person.value());
    }

    /** @throws ProblemException NOT_FOUND, as for a person who does not exist */
    public static void require(Handle handle, Principal by, PersonId person) {
        if (!mayActOn(handle, by, person)) {
            throw ProblemException.notFound();
        }
    }
}
