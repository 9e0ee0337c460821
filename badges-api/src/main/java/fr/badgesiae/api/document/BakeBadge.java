package fr.badgesiae.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.achievement.FindPublishedImage;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.image.ImageType;
import fr.badgesiae.api.achievement.image.PngPictures;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bakes a released badge into the published picture of its version (Open Badges 3.0, 5.3). The signed bytes are unchanged. */
public final class BakeBadge {
    private static final Pattern VERSION = Pattern.compile("/achievements/([0-9a-f-]{36})/([0-9]{1,9})$");

    private final FindPublishedImage images;
    private final PngPictures drawings = new PngPictures();

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
        return bake(image(badge), document, badge);
    }

    /**
     * As a PNG, also where the picture is a drawing.
     *
     * @return empty for a drawing that has no PNG form
     * @throws ProblemException NOT_FOUND where the badge has no picture here
     */
    public Optional<BadgeFile> png(String document) {
        JsonNode badge = BadgeFile.read(document);
        return drawings.of(image(badge)).map(png -> bake(png, document, badge));
    }

    private StoredImage image(JsonNode badge) {
        Matcher version =
                VERSION.matcher(badge.at("/credentialSubject/achievement/id").asText());
        if (!version.find()) {
            throw ProblemException.notFound();
        }
        return image(version.group(1), version.group(2));
    }

    private static BadgeFile bake(StoredImage image, String document, JsonNode badge) {
        return bake(image, BakeLocation.OB3, document, extension -> BadgeFile.name(badge, extension));
    }

    /**
     * The same for a badge of Open Badges 2.0 or older (Badge Baking).
     *
     * @param version of the badge, such as {@code <achievement>/1}
     * @param content the hosted assertion as JSON, or the JWS of a signed one
     */
    public BadgeFile older(String version, String content) {
        String[] parts = version.split("/", 2);
        return bake(image(parts[0], parts[1]), BakeLocation.OB2, content, extension -> "badge-2-0." + extension);
    }

    private StoredImage image(String achievement, String version) {
        return images.apply(new AchievementId(UUID.fromString(achievement)), Integer.parseInt(version));
    }

    private static BadgeFile bake(
            StoredImage image, BakeLocation location, String content, UnaryOperator<String> name) {
        String extension = image.type().equals(ImageType.PNG.mediaType()) ? "png" : "svg";
        try {
            byte[] baked = Baker.bake(image.bytes(), location, content);
            return new BadgeFile(baked, image.type(), name.apply(extension));
        } catch (BakingException unusable) {
            throw new IllegalStateException("a published picture takes no badge", unusable);
        }
    }
}
