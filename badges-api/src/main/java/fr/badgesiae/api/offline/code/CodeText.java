package fr.badgesiae.api.offline.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.badgesiae.verifier.keys.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Writes and reads the text of a code: a compact JWS with deflated claims, as SMART Health Cards have it, each of its characters
 * as two digits. A QR code needs less room for digits than for letters.
 */
public final class CodeText {
    /** The type of the JWS: it is no credential and no token of another kind. */
    public static final String TYPE = "badge-code+jwt";

    /** What comes between the address of the service and the digits; a fragment is never sent. */
    public static final String PATH = "/o#";

    /** The most bytes of inflated claims. */
    static final int MOST_BYTES = 4096;

    private static final int FIRST = '-';
    private static final int LONGEST = 8_000;
    private static final Pattern DIGITS = Pattern.compile("(?:[0-9]{2}){40,}");
    private static final JsonMapper JSON = new JsonMapper();

    private CodeText() {}

    /**
     * A code that was read, and not verified.
     *
     * @param kid thumbprint of the key that is said to have signed it
     * @param input what was signed
     * @param signature {@code r || s}
     */
    @SuppressWarnings("ArrayRecordComponent") // what is verified; never compared
    public record Read(String kid, byte[] input, byte[] signature, OfflineCode code) {}

    /** The compact JWS. */
    public static String sign(OfflineCode code, String kid, Signer signer) {
        String header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", "ES256")
                .put("zip", "DEF")
                .put("typ", TYPE)
                .put("kid", kid)
                .toString();
        String input = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(deflate(code.claims()));
        return input + "." + encode(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The digits of a compact JWS. */
    public static String digits(String jws) {
        StringBuilder digits = new StringBuilder(2 * jws.length());
        jws.chars()
                .map(letter -> letter - FIRST)
                .forEach(number -> digits.append(number / 10).append(number % 10));
        return digits.toString();
    }

    /**
     * Reads a code.
     *
     * @param text an address with the digits behind {@code /o#}, whichever its host, or the digits alone
     * @throws IllegalArgumentException for anything else
     */
    public static Read read(String text) {
        String stripped = text.strip();
        int fragment = stripped.lastIndexOf(PATH);
        String digits = fragment < 0 ? stripped : stripped.substring(fragment + PATH.length());
        if (digits.length() > LONGEST || !DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("not the digits of a code");
        }
        StringBuilder jws = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            jws.append((char) (FIRST + Integer.parseInt(digits.substring(i, i + 2))));
        }
        return parse(jws.toString());
    }

    private static Read parse(String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a compact JWS");
        }
        JsonNode header = json(decode(parts[0]));
        boolean ours = "ES256".equals(header.path("alg").textValue())
                && "DEF".equals(header.path("zip").textValue())
                && TYPE.equals(header.path("typ").textValue())
                && header.path("kid").isTextual()
                && !header.has("crit");
        if (!ours) {
            throw new IllegalArgumentException("not the header of a code");
        }
        byte[] input = jws.substring(0, jws.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        return new Read(
                header.path("kid").textValue(), input, decode(parts[2]), OfflineCode.of(inflate(decode(parts[1]))));
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[MOST_BYTES];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] bytes) {
        Inflater inflater = new Inflater(true);
        try {
            // nowrap asks for one byte more than the data
            inflater.setInput(Arrays.copyOf(bytes, bytes.length + 1));
            byte[] out = new byte[MOST_BYTES + 1];
            int length = 0;
            int read;
            while (length < out.length && (read = inflater.inflate(out, length, out.length - length)) > 0) {
                length += read;
            }
            if (length > MOST_BYTES || !inflater.finished()) {
                throw new IllegalArgumentException("claims without an end, or too many");
            }
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("claims that do not inflate", e);
        } finally {
            inflater.end();
        }
    }
}
