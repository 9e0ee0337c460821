package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A W3C credential, or an assertion of Open Badges 2.0 or 1.x, as read. Nothing in it is proven.
 *
 * @param kind {@link InputKind#OB3_JSON} or {@link InputKind#OB3_JWT}, or the kind of an assertion
 * @param document the credential. For a JWS of an assertion, the payload; for another JWS, the payload without registered
 *     claims, or its {@code vc} claim completed from them. Not to be changed
 * @param jws the enclosing JWS, if any
 */
public record ParsedCredential(InputKind kind, ObjectNode document, Optional<CompactJws> jws) {

    /** Whether this is an assertion of Open Badges 2.0 or 1.x, not a W3C credential. */
    public boolean isOb2() {
        return switch (kind) {
            case OB2_JSON, OB2_JWS, OB1_JSON, OB1_JWS -> true;
            default -> false;
        };
    }

    /** Whether the first context is that of VC 1.1. */
    public boolean isVersion1() {
        return "https://www.w3.org/2018/credentials/v1"
                .equals(firstOrSelf(document.path("@context")).asText());
    }

    /** The types; a single type may be written without an array. */
    public List<String> types() {
        return strings(document.path("type"));
    }

    /** The id, or null. */
    public @Nullable String id() {
        return stated("id").textValue();
    }

    /** The issuer's id, or null. */
    public @Nullable String issuerId() {
        JsonNode issuer = stated("issuer");
        return issuer.isTextual()
                ? issuer.textValue()
                : stated(issuer.path("id")).textValue();
    }

    /** The name that the issuer states, or null. Unproven. */
    public @Nullable String claimedIssuerName() {
        return stated("issuer").path("name").textValue();
    }

    /** The subject: the first of several; a missing node when there is none. */
    public JsonNode subject() {
        return firstOrSelf(document.path("credentialSubject"));
    }

    /**
     * What a member states: a list of one its only item; null and an empty list nothing, which is a missing node. Checks
     * read single values through this, so that a careless form switches none of them off.
     */
    public JsonNode stated(String member) {
        return stated(document.path(member));
    }

    /** As {@link #stated(String)}, of a value. */
    public static JsonNode stated(JsonNode value) {
        if (!value.isArray() && !value.isNull()) {
            return value;
        }
        List<JsonNode> values = each(value);
        return values.isEmpty() ? MissingNode.getInstance() : values.size() == 1 ? values.get(0) : value;
    }

    /** The values of a property with one value or an array; null is none. */
    public static List<JsonNode> each(JsonNode oneOrMany) {
        List<JsonNode> nodes = new ArrayList<>();
        if (oneOrMany.isArray()) {
            oneOrMany.forEach(node -> {
                if (!node.isNull()) {
                    nodes.add(node);
                }
            });
        } else if (!oneOrMany.isMissingNode() && !oneOrMany.isNull()) {
            nodes.add(oneOrMany);
        }
        return nodes;
    }

    /** The strings of a property with one string or an array; other values are skipped. */
    public static List<String> strings(JsonNode oneOrMany) {
        List<String> strings = new ArrayList<>();
        for (JsonNode node : oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany)) {
            if (node.isTextual()) {
                strings.add(node.textValue());
            }
        }
        return Collections.unmodifiableList(strings);
    }

    private static JsonNode firstOrSelf(JsonNode node) {
        List<JsonNode> values = each(node);
        return values.isEmpty() ? MissingNode.getInstance() : values.get(0);
    }
}
