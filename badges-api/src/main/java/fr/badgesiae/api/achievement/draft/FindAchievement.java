package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Reads one badge for the form. */
final class FindAchievement {
    private final Database database;

    FindAchievement(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    Achievement apply(OrganisationId organisation, AchievementId achievement) {
        return database.inOrganisation(organisation, handle -> read(handle, organisation, achievement));
    }

    /** The same in the caller's transaction. */
    static Achievement read(Handle handle, OrganisationId organisation, AchievementId achievement) {
        return handle.attach(AchievementDao.class)
                .find(achievement.value(), organisation.value())
                .map(AchievementRow::achievement)
                .orElseThrow(ProblemException::notFound);
    }
}
