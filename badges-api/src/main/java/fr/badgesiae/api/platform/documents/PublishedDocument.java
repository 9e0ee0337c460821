package fr.badgesiae.api.platform.documents;

import fr.badgesiae.api.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A document exactly as its public address serves it.
 *
 * @param mediaType without parameters, such as {@code application/json}
 * @param body the bytes; readers must not change them
 * @param maxAge of the Cache-Control header, in seconds
 * @param tag a strong entity tag, without quotes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of an answer; never compared
public record PublishedDocument(String mediaType, byte[] body, int maxAge, String tag) {
    private static final int TAG_BYTES = 16;

    public static PublishedDocument of(String mediaType, String text, int maxAge) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new PublishedDocument(mediaType, body, maxAge, tag(body));
    }

    static String tag(byte[] body) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(body), TAG_BYTES));
    }
}
