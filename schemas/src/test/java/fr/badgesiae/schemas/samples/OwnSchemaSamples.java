package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Badges that name a schema of their own (Open Badges 3.0, B.1.16; VC Data Model 2.0, 4.11 and 5.3). */
final class OwnSchemaSamples {
    private static final String NAME = schema("nom");
    private static final Map<String, String> PUBLISHED = new TreeMap<>(Map.of(
            NAME,
            "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":" + pattern("^Travailler .{1,20}$") + "}}\n",
            schema("autre-nom"),
            pattern("^Diriger"),
            schema("lent"),
            pattern("^((\\\\w|\\\\s)+)+!$"),
            schema("retour"),
            pattern("^(T)(?!\\\\1)"),
            schema("membres"),
            "{\"patternProperties\":{\"^valid(From|Until)$\":{\"type\":\"string\"}}}\n",
            schema("membres-autres"),
            "{\"patternProperties\":{\"^valid\":{\"type\":\"number\"}}}\n"));

    private OwnSchemaSamples() {}

    static List<Made> all() {
        return List.of(
                sound("pattern", "a schema with a pattern", named(NAME)),
                sound("pattern-properties", "a schema of members by their names", named(schema("membres"))),
                sound("digest-sri", "a schema bound by a digest", named(NAME).put("digestSRI", "sha256-" + sri(NAME))),
                sound(
                        "digest-multibase",
                        "the same as a multihash",
                        named(NAME).put("digestMultibase", multibase(NAME))),
                made(
                        "pattern-violated",
                        "a name that does not match",
                        named(schema("autre-nom")),
                        "FAILED",
                        "violated"),
                made("pattern-slow", "a pattern made to be slow", named(schema("lent")), "FAILED", "violated"),
                made(
                        "pattern-properties-violated",
                        "a member of the wrong type",
                        named(schema("membres-autres")),
                        "FAILED",
                        "violated"),
                made(
                        "pattern-looking-around",
                        "a pattern that cannot be matched in linear time",
                        named(schema("retour")),
                        "INCONCLUSIVE",
                        "pattern-not-examined"),
                made(
                        "digest-differs",
                        "the digest of another schema",
                        named(NAME).put("digestSRI", "sha256-" + sri(schema("membres"))),
                        "FAILED",
                        "digest-differs"),
                made(
                        "digest-unknown",
                        "a digest of no known kind",
                        named(NAME).put("digestSRI", "crc32-AAAA"),
                        "INCONCLUSIVE",
                        "digest-unknown"));
    }

    /** The schemas, as text. */
    static Map<String, String> published() {
        return PUBLISHED;
    }

    private static Made sound(String name, String about, ObjectNode schema) {
        return Made.json("valid-own-schema-" + name, about, badge(schema), Expected.sound());
    }

    private static Made made(String name, String about, ObjectNode schema, String outcome, String reason) {
        Expected expected = Expected.sound().but("SCHEMA", outcome + " schema.own-schema-" + reason);
        return Made.json("own-schema-" + name, about, badge(schema), expected);
    }

    private static ObjectNode badge(ObjectNode schema) {
        return Badge.signed(badge -> badge.withArray("/credentialSchema").add(schema));
    }

    private static ObjectNode named(String url) {
        return Json.object("{}").put("id", url).put("type", "1EdTechJsonSchemaValidator2019");
    }

    private static String schema(String name) {
        return Badge.HOST + "/schemas/" + name;
    }

    private static String pattern(String pattern) {
        return "{\"properties\":{\"name\":{\"type\":\"string\",\"pattern\":\"" + pattern + "\"}}}\n";
    }

    private static String sri(String url) {
        return Base64.getEncoder().encodeToString(sha256(url));
    }

    private static String multibase(String url) {
        byte[] hash = sha256(url);
        byte[] multihash = new byte[hash.length + 2];
        multihash[0] = 0x12;
        multihash[1] = (byte) hash.length;
        System.arraycopy(hash, 0, multihash, 2, hash.length);
        return "u" + Encodings.base64url(multihash);
    }

    private static byte[] sha256(String url) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(PUBLISHED.get(url).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
