package fr.badgesiae.api.paper;

import fr.badgesiae.api.achievement.FindPublishedImage;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.image.PngPictures;
import fr.badgesiae.api.achievement.image.SizedImages;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.share.ScanPages;
import fr.badgesiae.api.share.ShareCode;
import fr.badgesiae.api.share.SharedBadge;
import fr.badgesiae.api.share.words.MatchingWords;
import fr.badgesiae.api.verification.BadgeCard;
import fr.badgesiae.api.verification.VerifyReleased;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and judges what a paper shows of a badge. */
final class DrawBadge {
    private static final String PNG = "data:image/png;base64,";
    private static final Pattern VERSION = Pattern.compile("/achievements/([0-9a-f-]{36})/([0-9]{1,9})");

    private final Settings settings;
    private final FindPublishedImage images;
    private final MatchingWords words;
    private final SizedImages sizes = new SizedImages();
    private final PngPictures drawings = new PngPictures();

    DrawBadge(Settings settings, FindPublishedImage images, MatchingWords words) {
        this.settings = settings;
        this.images = images;
        this.words = words;
    }

    /**
     * Judges it now.
     *
     * @param context in the zone of the badge
     * @return empty for a badge whose content is not proven: paper would keep it
     */
    Optional<PaperBadge> apply(SharedBadge shared, VerifyReleased verify, ShareCode code, PageContext context) {
        ScanPages.Scan scan =
                ScanPages.Scan.of(shared, ScanPages.verified(shared, verify), words, settings, code, context);
        return Optional.ofNullable(scan.card()).map(card -> {
            String address = settings.url(code.path());
            return new PaperBadge(scan, card, address, picture(card), qr(address), shared.zone());
        });
    }

    /** The QR code of an address. */
    static String qr(String address) {
        return url(QrPicture.png(address, List.of()));
    }

    /** The picture of a badge as a data URL, or null where there is none to draw. */
    @Nullable
    String picture(BadgeCard card) {
        Matcher version = VERSION.matcher(card.publicPath() == null ? "" : card.publicPath());
        if (!version.matches()) {
            return null;
        }
        try {
            StoredImage stored = images.apply(
                    new AchievementId(UUID.fromString(version.group(1))), Integer.parseInt(version.group(2)));
            return drawings.of(sizes.fit(stored, "card"))
                    .map(picture -> url(picture.bytes()))
                    .orElse(null);
        } catch (ProblemException withoutPicture) {
            return null;
        }
    }

    private static String url(byte[] png) {
        return PNG + Base64.getEncoder().encodeToString(png);
    }
}
