package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Locks a draft until the transaction ends, so that what is read of it is what is published. */
public final class DraftLock {
    private DraftLock() {}

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    public static void take(Handle handle, OrganisationId organisation, AchievementId achievement) {
        if (handle.attach(AchievementDao.class)
                .lock(achievement.value(), organisation.value())
                .isEmpty()) {
            throw ProblemException.notFound();
        }
    }
}
