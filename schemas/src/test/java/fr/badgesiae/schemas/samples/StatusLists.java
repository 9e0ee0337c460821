package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The valid and invalid status lists of the samples (Bitstring Status List 1.0). */
final class StatusLists {
    /** The bit of the revoked badge in {@link #REVOCATION}. */
    static final String REVOKED_INDEX = "94567";
    /** The bit of the suspended badge in {@link #SUSPENSION}. */
    static final String SUSPENDED_INDEX = "77";

    // Compressed once and kept: two builds of zlib may give different bytes.
    static final String REVOCATION = "uH4sIAAAAAAACA-3QAQ0AAAwCIO1f2hz_IAIJAAAAAAAAAAAAAADfVAEAAADAOQNQdb5gAEAAAA";
    static final String SUSPENSION = "uH4sIAAAAAAACA-3BoQEAAAjAoAX_v9niDxagzgQAAAAAAAAAAAAAAAAAAAA8Wa5Si0UAQAAA";
    static final String SHORT = "uH4sIAAAAAAACA2NgGAWjYBSMVAAALq-17wAEAAA";

    private StatusLists() {}

    static String url(String name) {
        return Badge.HOST + "/status/" + name;
    }

    static Map<String, ObjectNode> published() {
        Map<String, ObjectNode> lists = new TreeMap<>();
        add(lists, atelier(list("atelier-1", "revocation", REVOCATION)));
        add(lists, atelier(list("atelier-2", "suspension", SUSPENSION)));
        add(lists, atelier(list("atelier-court", "revocation", SHORT)));
        add(lists, atelier(list("atelier-perime", "revocation", REVOCATION).put("validUntil", "2026-11-14T00:00:00Z")));
        ObjectNode changed = atelier(list("atelier-change", "revocation", REVOCATION));
        ((ObjectNode) changed.get("credentialSubject")).put("encodedList", SUSPENSION);
        add(lists, changed);
        ObjectNode foreign = list("intrus", "revocation", REVOCATION).put("issuer", Issuers.INTRUDER);
        add(
                lists,
                DataIntegrity.sign(
                        foreign, Issuers.INTRUDER_ED, Issuers.INTRUDER + "#ed25519-1", "2026-11-15T09:00:00Z"));
        return lists;
    }

    private static void add(Map<String, ObjectNode> lists, ObjectNode list) {
        lists.put(list.get("id").asText(), list);
    }

    private static ObjectNode atelier(ObjectNode list) {
        return DataIntegrity.sign(list, Issuers.ATELIER_ED, Issuers.ATELIER_ED_METHOD, "2026-11-15T09:00:00Z");
    }

    static ObjectNode list(String name, String purpose, String bits) {
        ObjectNode list = Json.object("""
                {
                  "@context": ["https://www.w3.org/ns/credentials/v2"],
                  "type": ["VerifiableCredential", "BitstringStatusListCredential"],
                  "validFrom": "2026-11-14T09:00:00Z",
                  "validUntil": "2026-11-22T09:00:00Z",
                  "credentialSubject": { "type": "BitstringStatusList", "ttl": 60000 }
                }
                """);
        list.put("id", url(name)).put("issuer", Issuers.ATELIER);
        ((ObjectNode) list.get("credentialSubject"))
                .put("id", url(name) + "#list")
                .put("statusPurpose", purpose)
                .put("encodedList", bits);
        return list;
    }
}
