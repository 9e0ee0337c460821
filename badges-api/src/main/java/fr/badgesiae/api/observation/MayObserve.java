package fr.badgesiae.api.observation;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** The one answer to the question which people a member may observe: those whom they may act on ({@link Reach}). */
public final class MayObserve {
    /** In SQL: the member of the reach {@code :member} may observe the person {@code w}. */
    static final String CONDITION =
            "w.organisation_id = :organisation AND w.erased_at IS NULL AND is_assigned(:member, w.id)";

    private MayObserve() {}

    /**
     * Locks the file against erasure until the transaction ends.
     *
     * @throws ProblemException NOT_FOUND for somebody whom this member may not observe
     */
    public static void require(Handle handle, Principal by, PersonId person) {
        boolean may = handle.attach(ObservationDao.class)
                .mayObserve(
                        person.value(), by.organisation().value(), Reach.of(by).member())
                .isPresent();
        if (!may) {
            throw ProblemException.notFound();
        }
    }
}
