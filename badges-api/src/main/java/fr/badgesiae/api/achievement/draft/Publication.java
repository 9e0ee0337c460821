package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A draft compared with its newest version.
 *
 * @param image the uploaded or the default image of the draft
 * @param before the content of the newest version, or null
 * @param newImage whether the newest version has another image
 * @param upToDate whether the newest version has the same content and the same image
 */
public record Publication(
        Achievement draft, StoredImage image, @Nullable AchievementContent before, boolean newImage, boolean upToDate) {

    /**
     * Reads both in two statements of the caller's transaction.
     *
     * @throws ProblemException NOT_FOUND for another organisation's badge
     */
    public static Publication read(Handle handle, OrganisationId organisation, AchievementId achievement) {
        AchievementDao dao = handle.attach(AchievementDao.class);
        Achievement draft = dao.find(achievement.value(), organisation.value())
                .map(AchievementRow::achievement)
                .orElseThrow(ProblemException::notFound);
        AchievementDao.ImagesRow images =
                dao.images(achievement.value(), organisation.value()).orElseThrow(ProblemException::notFound);
        StoredImage image = images.own().orElseGet(() -> DefaultImage.draw(draft.content()));
        AchievementContent before =
                images.publishedContent() == null ? null : ContentJson.read(images.publishedContent());
        boolean newImage = !Arrays.equals(images.publishedImage(), image.bytes());
        boolean upToDate = draft.content().equals(before) && !newImage;
        return new Publication(draft, image, before, before != null && newImage, upToDate);
    }

    /** What will be published. */
    public AchievementContent content() {
        return draft.content();
    }

    /** The number of the version that it becomes. */
    public int version() {
        return draft.versions() + 1;
    }

    /** Whether it differs from its newest version and is not archived. */
    public boolean publishable() {
        return !upToDate && draft.state() != AchievementState.ARCHIVED;
    }

    /** Of content, image and number of the version: what two people read is the same while this is. */
    public byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ContentJson.write(draft.content()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(image.bytes());
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(version()).array());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
