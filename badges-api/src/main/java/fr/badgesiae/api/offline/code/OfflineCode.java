package fr.badgesiae.api.offline.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a code on paper says of one badge.
 *
 * @param issuer the https address of who awarded it
 * @param id of the edition
 * @param title of the badge, at most {@link #MOST_TITLE} characters
 * @param name of the holder, or null where they chose none
 * @param signed second of its signature
 * @param ends second of its end
 * @param list address of its Token Status List
 * @param index its place there
 */
public record OfflineCode(
        String issuer,
        UUID id,
        String title,
        @Nullable String name,
        LocalDate awarded,
        Instant signed,
        Instant ends,
        String list,
        int index) {
    /** Longer titles would make the code too fine to be read at three centimetres; a longer one ends in an ellipsis. */
    public static final int MOST_TITLE = 80;

    private static final JsonMapper JSON = new JsonMapper();

    /** The claims as they are signed, without spaces. */
    public byte[] claims() {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", issuer);
        claims.put("jti", id.toString());
        claims.put("nbf", signed.getEpochSecond());
        claims.put("exp", ends.getEpochSecond());
        claims.put("awarded", awarded.toString());
        claims.put("badge", shortened(title));
        if (name != null) {
            claims.put("name", name);
        }
        claims.putObject("status").putObject("status_list").put("idx", index).put("uri", list);
        try {
            return JSON.writeValueAsBytes(claims);
        } catch (IOException memoryDoesNotFail) {
            throw new IllegalStateException("claims are not writable", memoryDoesNotFail);
        }
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= MOST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MOST_TITLE - 1))
                                .strip() + "…";
    }

    /** @throws IllegalArgumentException for anything but such claims */
    static OfflineCode of(byte[] claims) {
        try {
            JsonNode read = JSON.readTree(claims);
            JsonNode place = read.at("/status/status_list");
            return new OfflineCode(
                    text(read, "iss"),
                    UUID.fromString(text(read, "jti")),
                    text(read, "badge"),
                    read.has("name") ? text(read, "name") : null,
                    LocalDate.parse(text(read, "awarded")),
                    second(read, "nbf"),
                    second(read, "exp"),
                    text(place, "uri"),
                    number(place, "idx").intValue());
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("not the claims of a code", e);
        }
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no text " + member);
        }
        return value.textValue();
    }

    private static Instant second(JsonNode node, String member) {
        return Instant.ofEpochSecond(number(node, member).longValue());
    }

    private static Number number(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException("no number " + member);
        }
        return value.numberValue();
    }
}
