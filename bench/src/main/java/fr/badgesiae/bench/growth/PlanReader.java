package fr.badgesiae.bench.growth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON plans of {@code auto_explain}: the rows read from each table, and the sequential scans. */
final class PlanReader {
    private static final JsonMapper JSON = new JsonMapper();

    private PlanReader() {}

    /**
     * One executed statement, or one inside a function.
     *
     * @param text its SQL
     * @param returned rows in its result
     * @param read rows read from tables and indexes, before filters
     * @param scanned tables with a sequential scan
     */
    record Executed(String text, long returned, long read, List<String> scanned) {}

    /** Empty for a message that is not a plan. */
    static List<Executed> read(String message) throws JsonProcessingException {
        int json = message.indexOf('{');
        if (!message.contains("plan:") || json < 0) {
            return List.of();
        }
        JsonNode root = JSON.readTree(message.substring(json));
        List<String> scanned = new ArrayList<>();
        long read = rows(root.path("Plan"), scanned);
        long returned = root.path("Plan").path("Actual Rows").asLong() * loops(root.path("Plan"));
        return List.of(new Executed(root.path("Query Text").asText(), returned, read, scanned));
    }

    private static long rows(JsonNode node, List<String> scanned) {
        long rows = 0;
        String relation = node.path("Relation Name").asText("");
        if (!relation.isEmpty() && !node.path("Node Type").asText().equals("ModifyTable")) {
            rows += (node.path("Actual Rows").asLong()
                            + node.path("Rows Removed by Filter").asLong()
                            + node.path("Rows Removed by Index Recheck").asLong())
                    * loops(node);
            if (node.path("Node Type").asText().equals("Seq Scan") && loops(node) > 0) {
                scanned.add(relation);
            }
        }
        for (JsonNode child : node.path("Plans")) {
            rows += rows(child, scanned);
        }
        return rows;
    }

    private static long loops(JsonNode node) {
        return node.path("Actual Loops").asLong();
    }
}
