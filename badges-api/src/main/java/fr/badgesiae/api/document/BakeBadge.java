package fr.badgesiae.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.achievement.FindPublishedImage;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.image.ImageType;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bakes a released badge into the published picture of its version (Open Badges 3.0, 5.3). The signed bytes are unchanged. */
public final class BakeBadge {
    private static final Pattern VERSION = Pattern.compile("/achievements/([0-9a-f-]{36})/([0-9]{1,9})$");

    private final FindPublishedImage images;

    BakeBadge(FindPublishedImage images) {
        this.images = images;
    }

    /**
     * A PNG or an SVG, as the picture is.
     *
     * @param document the signed JSON exactly as released
     * @throws ProblemException NOT_FOUND where the badge has no picture here
     */
    public BadgeFile apply(String document) {
        JsonNode badge = BadgeFile.read(document);
        Matcher version =
                VERSION.matcher(badge.at("/credentialSubject/achievement/id").asText());
        if (!version.find()) {
            throw ProblemException.notFound();
        }
        StoredImage image =
                images.apply(new AchievementId(UUID.fromString(version.group(1))), Integer.parseInt(version.group(2)));
        try {
            return new BadgeFile(
                    Baker.bake(image.bytes(), BakeLocation.OB3, document),
                    image.type(),
                    BadgeFile.name(badge, image.type().equals(ImageType.PNG.mediaType()) ? "png" : "svg"));
        } catch (BakingException unusable) {
            throw new IllegalStateException("a published picture takes no badge", unusable);
        }
    }
}
