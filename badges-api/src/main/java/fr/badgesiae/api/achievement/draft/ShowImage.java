package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads the uploaded image of a draft, or draws the default one. */
final class ShowImage {
    private final Database database;

    ShowImage(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    StoredImage apply(OrganisationId organisation, AchievementId achievement) {
        AchievementDao.DraftImageRow row = database.inOrganisation(
                        organisation,
                        handle -> handle.attach(AchievementDao.class)
                                .draftImage(achievement.value(), organisation.value()))
                .orElseThrow(ProblemException::notFound);
        return row.own().orElseGet(() -> DefaultImage.draw(ContentJson.read(row.content())));
    }
}
