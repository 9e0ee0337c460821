package fr.badgesiae.api.platform.documents;

import fr.badgesiae.api.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A document exactly as its public address serves it.
 *
 * @param mediaType without parameters, such as {@code application/json}
 * @param body the bytes; never changed by a reader
 * @param maxAge seconds for which a copy may be used without asking again
 * @param tag a strong entity tag, without quotes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a client; never compared
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
