package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Locates the value that expansion dropped, for the report. The refusal itself rests on the count of values. */
final class DroppedValue {
    private DroppedValue() {}

    /** The JSON pointer of the first null or keyword-like value, or an empty string. */
    static String guess(JsonNode document) {
        String found = find(document, "");
        return found == null ? "" : found;
    }

    private static @Nullable String find(JsonNode node, String pointer) {
        if (node.isNull() || (node.isTextual() && node.textValue().startsWith("@"))) {
            return pointer;
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : com.fasterxml.jackson.databind.node.MissingNode.getInstance()) {
            String found = find(item, pointer + "/" + index++);
            if (found != null) {
                return found;
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String found =
                    field.getKey().equals("@context") ? null : find(field.getValue(), pointer + "/" + field.getKey());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
