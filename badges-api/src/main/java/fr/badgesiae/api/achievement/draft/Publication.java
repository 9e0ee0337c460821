package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;

/**
 * A draft compared with its newest version.
 *
 * @param image the uploaded or the default image of the draft
 * @param upToDate whether the newest version has the same content and the same image
 */
record Publication(Achievement draft, StoredImage image, boolean upToDate) {

    /**
     * Reads both in two statements of the caller's transaction.
     *
     * @throws ProblemException NOT_FOUND for another organisation's badge
     */
    static Publication read(Handle handle, OrganisationId organisation, AchievementId achievement) {
        AchievementDao dao = handle.attach(AchievementDao.class);
        Achievement draft = dao.find(achievement.value(), organisation.value())
                .map(AchievementRow::achievement)
                .orElseThrow(ProblemException::notFound);
        AchievementDao.ImagesRow images =
                dao.images(achievement.value(), organisation.value()).orElseThrow(ProblemException::notFound);
        StoredImage image = images.own().orElseGet(() -> DefaultImage.draw(draft.content()));
        boolean upToDate = images.publishedContent() != null
                && ContentJson.read(images.publishedContent()).equals(draft.content())
                && Arrays.equals(images.publishedImage(), image.bytes());
        return new Publication(draft, image, upToDate);
    }
}
