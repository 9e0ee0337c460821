package fr.badgesiae.api.wallet.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.badgesiae.api.platform.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A claim that its holder discloses by choice (RFC 9901, section 4.2.1).
 *
 * @param encoded base64url of the array of salt, name and value, as it stands in the SD-JWT
 * @param name of the claim
 */
public record Disclosure(String encoded, String name, JsonNode value) {
    /** 128 bits (RFC 9901, section 9.3). */
    static final int SALT_BYTES = 16;

    private static final JsonMapper JSON = new JsonMapper();

    /** @param salt {@link #SALT_BYTES} random bytes, distinct for each claim */
    static Disclosure of(byte[] salt, String name, String value) {
        JsonNode text = JsonNodeFactory.instance.textNode(value);
        String array = JsonNodeFactory.instance
                .arrayNode()
                .add(base64url(salt))
                .add(name)
                .add(text)
                .toString();
        return new Disclosure(base64url(array.getBytes(StandardCharsets.UTF_8)), name, text);
    }

    /** Reads one of an object member; empty when it is malformed. */
    static Optional<Disclosure> parse(String encoded) {
        try {
            JsonNode array = JSON.readTree(Base64.getUrlDecoder().decode(encoded));
            boolean wellFormed = array.isArray()
                    && array.size() == 3
                    && array.get(0).isTextual()
                    && array.get(1).isTextual();
            return wellFormed
                    ? Optional.of(new Disclosure(encoded, array.get(1).textValue(), array.get(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** What stands for it in {@code _sd}: base64url of the SHA-256 of its encoded form. */
    String digest() {
        return base64url(Sha256.of(encoded.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The name of the claim alone: its value is personal. */
    @Override
    public String toString() {
        return "Disclosure[" + name + "]";
    }
}
