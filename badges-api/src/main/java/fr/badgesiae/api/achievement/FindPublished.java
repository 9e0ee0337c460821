package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads one published version by its public URL. */
public final class FindPublished {
    private final Database database;
    private final VersionCopies copies;
    private final Achievements achievements;

    FindPublished(Database database, VersionCopies copies, Achievements achievements) {
        this.database = database;
        this.copies = copies;
        this.achievements = achievements;
    }

    /** @throws ProblemException NOT_FOUND for an unknown version */
    public PublishedAchievement apply(AchievementId achievement, int version) {
        return copies.text(
                        achievement.value(),
                        version,
                        () -> database.look(
                                handle -> handle.attach(VersionDao.class).publicVersion(achievement.value(), version)))
                .map(achievements::read)
                .orElseThrow(ProblemException::notFound);
    }
}
