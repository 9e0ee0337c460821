package fr.badgesiae.api.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A released badge as a file.
 *
 * @param name of letters, digits and dashes with one dot: wallets and old file systems take no others
 */
@SuppressWarnings("ArrayRecordComponent") // written to an answer; never compared
public record BadgeFile(byte[] content, String type, String name) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_LETTERS = 48;

    /** The signed JSON (VC Data Model 2.0, 6.3). */
    public static BadgeFile json(String document) {
        return text(document, "application/vc", document, "json");
    }

    /**
     * The signed JWT (VC JOSE COSE, 6.1).
     *
     * @param document the same badge as JSON, which names the file
     */
    public static BadgeFile jwt(String jwt, String document) {
        return text(jwt, "application/vc+jwt", document, "jwt");
    }

    /**
     * A badge on paper.
     *
     * @param document the badge as JSON, which names the file
     * @param kind of paper, at the end of the name; empty for the sheet
     */
    public static BadgeFile pdf(byte[] content, String document, String kind) {
        return new BadgeFile(content, "application/pdf", name(read(document), "pdf", kind));
    }

    /** A badge of Open Badges 2.0 in its signed form (RFC 7515, compact). */
    public static BadgeFile jws(String jws) {
        return new BadgeFile(jws.getBytes(StandardCharsets.US_ASCII), "application/jose", "badge-2-0.jws");
    }

    private static BadgeFile text(String text, String type, String document, String extension) {
        return new BadgeFile(text.getBytes(StandardCharsets.UTF_8), type, name(read(document), extension));
    }

    static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a released badge does not read back", e);
        }
    }

    /** {@code badge-<name of the badge>}, or {@code badge} where the name has no Latin letter and no digit. */
    static String name(JsonNode badge, String extension) {
        return name(badge, extension, "");
    }

    private static String name(JsonNode badge, String extension, String kind) {
        String plain = Normalizer.normalize(badge.path("name").asText(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut =
                plain.length() > MOST_LETTERS ? plain.substring(0, MOST_LETTERS).replaceAll("-[^-]*$", "") : plain;
        return "badge" + (cut.isEmpty() ? "" : "-" + cut) + (kind.isEmpty() ? "" : "-" + kind) + "." + extension;
    }

    /** The same bytes under another of their names. */
    BadgeFile as(Representation form) {
        return new BadgeFile(content, form.mediaType(), name);
    }

    /** To be kept, not shown. */
    public Response response() {
        return answer("attachment");
    }

    /** As the form that a program asked for, whichever page it runs in. */
    public Response negotiated() {
        return Response.fromResponse(answer("inline"))
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private Response answer(String disposition) {
        return Response.ok(content, type)
                .header("Content-Disposition", disposition + "; filename=\"" + name + "\"")
                .build();
    }
}
