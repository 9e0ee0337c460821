package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.NumericDate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a compact JWS and extracts the credential of its payload. */
final class JwsReader {
    /** Registered claims (RFC 7519 4.1, RFC 7800, OpenID), which are not part of the credential. */
    private static final List<String> REGISTERED =
            List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce");

    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] VALUES = values();
    private static final String VERSION_1 = "https://www.w3.org/2018/credentials/v1";

    /** What mail programs and terminals put around a token. */
    private static final String QUOTES = "\"'`<>\u2018\u2019\u201C\u201D\u00AB\u00BB";

    /** Blanks, invisible characters, and the soft line breaks of mails (RFC 2045 6.7). */
    private static final Pattern BLANKS = Pattern.compile("=?\\R|[\\s\u00A0\u202F\u200B\u00AD\uFEFF]");

    private JwsReader() {}

    /** Three base64url parts; the first starts like a JSON object and the second is not empty. */
    static boolean looksLike(String text) {
        if (!text.startsWith("ey")) {
            return false;
        }
        int first = text.indexOf('.');
        int last = text.lastIndexOf('.');
        if (first <= 0 || last <= first + 1) {
            return false;
        }
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1); // any other character becomes a question mark
        return isBase64Url(ascii, 0, first)
                && isBase64Url(ascii, first + 1, last)
                && isBase64Url(ascii, last + 1, ascii.length);
    }

    /** The text without blanks and without the quotes around it; a signature covers neither. Perhaps no token. */
    static String joined(String text) {
        String joined = BLANKS.matcher(text).replaceAll("");
        int from = 0;
        int to = joined.length();
        while (from < to && QUOTES.indexOf(joined.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && QUOTES.indexOf(joined.charAt(to - 1)) >= 0) {
            to--;
        }
        return joined.substring(from, to);
    }

    private static boolean isBase64Url(byte[] ascii, int from, int to) {
        for (int i = from; i < to; i++) {
            if (VALUES[ascii[i] & 0xff] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The six bits of each base64url character; -1 for any other byte. */
    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < BASE64URL.length(); i++) {
            values[BASE64URL.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** The parts of a compact JWS of limited size. */
    static CompactJws read(String compact) throws UnreadableException {
        return read(compact, JsonReader.MAX_BYTES);
    }

    static CompactJws read(String compact, int maxChars) throws UnreadableException {
        if (compact.length() > maxChars) {
            throw new UnreadableException(ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(maxChars)), true);
        }
        int first = compact.indexOf('.');
        int last = compact.lastIndexOf('.');
        if (first < 0 || first == last || compact.indexOf('.', first + 1) != last) {
            throw malformed();
        }
        byte[] ascii = compact.getBytes(StandardCharsets.ISO_8859_1); // any other character is refused as base64url
        decode(ascii, last + 1, ascii.length);
        return new CompactJws(
                compact,
                JsonReader.object(decode(ascii, 0, first)),
                JsonReader.object(decode(ascii, first + 1, last)),
                Arrays.copyOf(ascii, last),
                new Base64URL(compact.substring(last + 1)));
    }

    private static UnreadableException malformed() {
        return new UnreadableException(ReasonCode.FORMAT_NOT_A_JWS.with(), false);
    }

    /**
     * Base64url without padding and stray bits, so that a signature has one encoding only (RFC 7515 2). The JOSE library's
     * decoder accepts both and skips other characters.
     */
    private static byte[] decode(byte[] ascii, int from, int to) throws UnreadableException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(Arrays.copyOfRange(ascii, from, to));
            if (to > from && (ascii[to - 1] == '=' || hasStrayBits(ascii[to - 1], to - from))) {
                throw malformed();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** Whether the last character encodes bits beyond the last byte. */
    private static boolean hasStrayBits(byte last, int length) {
        int over = length % 4;
        return over != 0 && (VALUES[last] & (over == 2 ? 0b1111 : 0b11)) != 0;
    }

    /** The credential: the payload without registered claims, or the {@code vc} claim completed from them. */
    static ObjectNode credential(ObjectNode payload) {
        if (payload.path("vc") instanceof ObjectNode vc && !payload.has("credentialSubject")) {
            return filled(vc.deepCopy(), payload);
        }
        // A shallow copy: the members are shared and never changed.
        ObjectNode credential = payload.objectNode().setAll(payload);
        credential.remove(REGISTERED);
        if (credential.path("status").path("status_list").isObject()) {
            credential.remove("status"); // a claim as well (IETF Token Status List, section 6.1)
        }
        return credential;
    }

    /** Members stated by claims may be absent from {@code vc} (VC Data Model 1.1, 6.3.1). */
    private static ObjectNode filled(ObjectNode credential, ObjectNode claims) {
        fill(credential, "id", claims.path("jti"));
        fill(credential, "issuer", claims.path("iss"));
        if (credential.path("issuer") instanceof ObjectNode issuer) {
            fill(issuer, "id", claims.path("iss"));
        }
        // VC 2.0 does not define this form: the dates stay in the claims and are read there.
        if (VERSION_1.equals(credential.path("@context").path(0).textValue())) {
            fill(credential, "issuanceDate", date(claims.path("nbf")));
            fill(credential, "expirationDate", date(claims.path("exp")));
        }
        if (credential.path("credentialSubject") instanceof ObjectNode subject) {
            fill(subject, "id", claims.path("sub"));
        }
        return credential;
    }

    private static void fill(ObjectNode node, String name, JsonNode value) {
        if (ParsedCredential.stated(node.path(name)).isMissingNode() && value.isTextual()) {
            node.set(name, value);
        }
    }

    /** A NumericDate as a date-time; a missing node when it is malformed. */
    private static JsonNode date(JsonNode seconds) {
        return NumericDate.parse(seconds)
                .<JsonNode>map(instant -> JsonNodeFactory.instance.textNode(instant.toString()))
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }
}
