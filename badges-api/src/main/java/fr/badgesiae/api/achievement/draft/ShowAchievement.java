package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads one badge and whether its newest version is up to date. */
final class ShowAchievement {
    private final Database database;

    ShowAchievement(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    Publication apply(OrganisationId organisation, AchievementId achievement) {
        return database.inOrganisation(organisation, handle -> Publication.read(handle, organisation, achievement));
    }
}
