package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads the image of one published version. */
public final class FindPublishedImage {
    private final Database database;
    private final VersionCopies copies;

    FindPublishedImage(Database database, VersionCopies copies) {
        this.database = database;
        this.copies = copies;
    }

    /** @throws ProblemException NOT_FOUND for an unknown version */
    public StoredImage apply(AchievementId achievement, int version) {
        return copies.image(
                        achievement.value(),
                        version,
                        () -> database.look(
                                handle -> handle.attach(VersionDao.class).publicImage(achievement.value(), version)))
                .orElseThrow(ProblemException::notFound);
    }
}
