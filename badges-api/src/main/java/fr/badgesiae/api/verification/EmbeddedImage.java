package fr.badgesiae.api.verification;

import fr.badgesiae.api.achievement.image.ImageUpload;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The picture that a signed badge carries in a data URL (RFC 2397), re-encoded small. A picture at another address is not
 * fetched: the reader's browser would tell that site who reads, and the signature does not cover the picture.
 */
final class EmbeddedImage {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/svg+xml");
    private static final int LONGEST = 4 * ImageUpload.MAX_BYTES;
    /** Of the small picture, which makes the page heavier by a third more. */
    private static final int MAX_BYTES = 256 << 10;

    /** For fine screens, and for pictures that would be too heavy then. */
    private static final int[] SIDES = {352, 224};

    private EmbeddedImage() {}

    /** A data URL of an image of our own encoders; null for any other address, and for a picture that cannot be read. */
    static @Nullable String of(@Nullable String address) {
        int comma = address == null ? -1 : address.indexOf(',');
        if (address == null
                || comma < 0
                || address.length() > LONGEST
                || !address.regionMatches(true, 0, "data:", 0, 5)) {
            return null;
        }
        String[] header = address.substring(5, comma).toLowerCase(Locale.ROOT).split(";", -1);
        if (!TYPES.contains(header[0].strip())) {
            return null;
        }
        boolean base64 = header[header.length - 1].strip().equals("base64");
        try {
            byte[] carried = bytes(address.substring(comma + 1), base64);
            for (int side : SIDES) {
                StoredImage image = ImageUpload.thumbnail(carried, side);
                if (image.bytes().length <= MAX_BYTES) {
                    return "data:" + image.type() + ";base64,"
                            + Base64.getEncoder().encodeToString(image.bytes());
                }
            }
            return null;
        } catch (UnusableImageException | IllegalArgumentException unusable) {
            return null;
        }
    }

    private static byte[] bytes(String data, boolean base64) {
        return base64
                ? Base64.getMimeDecoder().decode(data)
                : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8);
    }
}
