package fr.badgesiae.api.achievement.image;

/**
 * A badge's image, safe to serve and to embed.
 *
 * @param type {@code image/png} or {@code image/svg+xml}
 * @param bytes re-encoded by us, never as uploaded
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a row or a response; never compared
public record StoredImage(String type, byte[] bytes) {
    static final String PNG = "image/png";
    static final String SVG = "image/svg+xml";
}
