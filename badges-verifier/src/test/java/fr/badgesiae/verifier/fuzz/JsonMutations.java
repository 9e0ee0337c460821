package fr.badgesiae.verifier.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes JSON into other valid JSON: replaces a value, removes, moves or renames a member, grows a list. */
public final class JsonMutations {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e300",
            "9223372036854775808",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"https://a.example/%zz\"",
            "\"https://badges.example/status/atelier-1\"",
            "\"did:key:z6Mk\"",
            "\"did:web:a.example:%2e%2e\"",
            "\"2026-02-30T25:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"_:b0\"",
            "\"u2V0B\"",
            "\"data:,x\"",
            "[]",
            "[null]",
            "[[\"x\"]]",
            "{}",
            "{\"id\":\"urn:x:1\"}",
            "{\"@value\":\"x\"}",
            "{\"@id\":\"urn:x:1\",\"@type\":\"urn:x:2\"}",
            "{\"type\":[null,1]}");
    private static final List<String> NAMES = List.of(
            "id",
            "type",
            "@id",
            "@type",
            "@context",
            "@value",
            "@graph",
            "@language",
            "proof",
            "issuer",
            "badge",
            "vc",
            "",
            "exp",
            "d",
            "kty",
            "name",
            "revoked",
            "credentialStatus",
            "identifier",
            "$ref",
            "unknownTerm");

    private JsonMutations() {}

    /** One to three changes; bytes that are not an object are returned unchanged. */
    public static byte[] of(byte[] json, Random random) {
        ObjectNode document;
        try {
            document = JsonReader.object(json);
        } catch (UnreadableException e) {
            return json;
        }
        for (int change = random.nextInt(3); change >= 0; change--) {
            change(document, random);
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void change(ObjectNode document, Random random) {
        List<JsonNode> places = new ArrayList<>();
        collect(document, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        JsonNode other = places.get(random.nextInt(places.size())).deepCopy();
        if (place instanceof ObjectNode object) {
            change(object, other, random);
        } else if (place instanceof ArrayNode array) {
            int at = random.nextInt(array.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, value(other, random));
                default -> array.insert(at, array.path(Math.max(0, at - 1)).deepCopy());
            }
        }
    }

    private static void change(ObjectNode object, JsonNode other, Random random) {
        List<String> names = new ArrayList<>(List.of(NAMES.get(random.nextInt(NAMES.size()))));
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        String second = names.get(random.nextInt(names.size()));
        JsonNode value = object.path(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(NAMES.get(random.nextInt(NAMES.size())), value.deepCopy());
            case 2 -> object.set(second, value.deepCopy());
            case 3 -> object.putArray(name).add(value.deepCopy()).add(value(other, random));
            default -> object.set(name, value(other, random));
        }
        object.properties().removeIf(member -> member.getValue().isMissingNode());
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private static JsonNode value(JsonNode other, Random random) {
        int which = random.nextInt(VALUES.size() + 2);
        if (which >= VALUES.size()) {
            return other;
        }
        try {
            byte[] wrapped = ("{\"v\":" + VALUES.get(which) + "}").getBytes(StandardCharsets.UTF_8);
            return JsonReader.object(wrapped).path("v");
        } catch (UnreadableException e) {
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
