package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Observations as their readers may see them: all of them for whoever reads names of people, else one's own of the
 * people of one's teams.
 */
final class Observations {
    private Observations() {}

    /** The only author whom this member may read, or null for all. */
    static @Nullable UUID onlyAuthor(Principal reader) {
        return reader.may(Permission.WORKER_NAMES) ? null : reader.account().value();
    }

    /** @throws ProblemException NOT_FOUND for one that this member may not read */
    static Observation require(Handle handle, Principal reader, ObservationId id) {
        return handle.attach(ObservationDao.class)
                .find(
                        id.value(),
                        reader.organisation().value(),
                        onlyAuthor(reader),
                        Reach.of(reader).member())
                .map(Observations::read)
                .orElseThrow(ProblemException::notFound);
    }

    /** The same, locked until the transaction ends. */
    static Observation lock(Handle handle, Principal reader, ObservationId id) {
        boolean found = handle.attach(ObservationDao.class)
                .lock(id.value(), reader.organisation().value())
                .isPresent();
        if (!found) {
            throw ProblemException.notFound();
        }
        return require(handle, reader, id);
    }

    static Observation read(ObservationDao.ObservationRow row) {
        return new Observation(
                new ObservationId(row.id()),
                new PersonId(row.workerId()),
                Person.fullName(row.firstName(), row.lastName()),
                new AchievementId(row.achievementId()),
                row.badge(),
                new AccountId(row.seenBy()),
                row.author(),
                row.seenOn(),
                row.manner(),
                row.tasks(),
                row.note(),
                row.objection(),
                row.photo(),
                row.client(),
                row.createdAt());
    }
}
