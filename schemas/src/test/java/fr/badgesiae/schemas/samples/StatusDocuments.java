package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Status lists of every other kind: Status List 2021, entries of several bits, 1EdTech revocation lists, list tokens. */
final class StatusDocuments {
    static final String BADGE = Badge.HOST + "/credentials/7K2MX0Q9TDWE";

    // Compressed once and kept: two builds of zlib may give different bytes.
    private static final String TWO_BITS =
            "uH4sIAAAAAAACA-3QMQ0AAAwDoJ71r7gqdiwBCSQAj1QBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAANwbZQlKJAIAAAA";
    private static final String SET_4821 =
            "uH4sIAAAAAAACA-3QIQEAAAwCMAT9M5Ph4m6LsAQ-VAEAAAAAAAAAAAAAAAAAAMDBAADNnZEAQAAA";
    /** Entry 5 of one bit set. */
    private static final String TOKEN_1 = "eNpTYBhYAAAQgAAh";
    /** Entry 9 of two bits has the value 2. */
    private static final String TOKEN_2 = "eNpjYOBgGMkAAAjwAAk";
    /** Entry 3 of four bits has the value 3. */
    private static final String TOKEN_4 = "eNpjMGAYBSMYAABh0AAx";

    private StatusDocuments() {}

    static Map<String, ObjectNode> published() {
        Map<String, ObjectNode> lists = new TreeMap<>();
        Map<String, String> names2021 = Map.of(
                "2021-1",
                StatusLists.REVOCATION.substring(1),
                "2021-prefixe",
                "u" + StatusLists.REVOCATION.substring(1));
        names2021.forEach((name, bits) -> put(lists, signed(list2021(name, bits))));
        put(lists, signed(StatusLists.list("atelier-sans-prefixe", "revocation", StatusLists.REVOCATION.substring(1))));
        put(lists, signed(StatusLists.list("atelier-messages", "message", TWO_BITS)));
        put(lists, signed(StatusLists.list("atelier-message", "message", SET_4821)));
        put(lists, signed(StatusLists.list("atelier-nouveau", "refresh", SET_4821)));
        put(lists, signed(StatusLists.list("atelier-atelier", "exemple", SET_4821)));
        ObjectNode nameless = StatusLists.list("atelier-sans-id", "revocation", StatusLists.REVOCATION);
        nameless.remove("id");
        lists.put(StatusLists.url("atelier-sans-id"), signed(nameless));
        ObjectNode moved = signed(StatusLists.list("atelier-1", "revocation", StatusLists.REVOCATION));
        lists.put(StatusLists.url("atelier-deplace"), moved);
        lists.put(url("2021-deplace"), signed(list2021("2021-1", StatusLists.REVOCATION.substring(1))));
        lists.put(StatusLists.url("pas-une-liste"), Json.object("{\"bonjour\":true}"));
        revocations(lists);
        return lists;
    }

    private static void revocations(Map<String, ObjectNode> lists) {
        put(lists, revocation("retraits-1", Issuers.ATELIER, "{\"id\":\"" + Badge.HOST + "/credentials/AUTRE\"}"));
        put(lists, revocation("retraits-vide", Issuers.ATELIER, ""));
        put(
                lists,
                revocation(
                        "retraits-badge",
                        Issuers.ATELIER,
                        "{\"id\":\"" + BADGE + "\",\"revocationReason\":\"erreur\"}"));
        put(lists, revocation("retraits-annule", Issuers.ATELIER, "{\"id\":\"" + BADGE + "\",\"revoked\":false}"));
        String denied = "{\"id\":\"" + BADGE + "\",\"revoked\":%s}";
        put(lists, revocation("retraits-annule-texte", Issuers.ATELIER, denied.formatted("\"false\"")));
        put(lists, revocation("retraits-nul", Issuers.ATELIER, denied.formatted("null")));
        lists.put(url("retraits-deplace"), revocation("retraits-1", Issuers.ATELIER, ""));
        lists.put(
                url("retraits-deplace-badge"), revocation("retraits-1", Issuers.ATELIER, "{\"id\":\"" + BADGE + "\"}"));
        put(lists, revocation("retraits-illisible", Issuers.ATELIER, "12"));
        put(lists, revocation("retraits-intrus", Issuers.INTRUDER, "{\"id\":\"" + BADGE + "\"}"));
    }

    /** The list tokens, as text. */
    static Map<String, String> tokens() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put(url("jetons-1"), token("jetons-1", 1, TOKEN_1, p -> {}));
        tokens.put(url("jetons-2"), token("jetons-2", 2, TOKEN_2, p -> {}));
        tokens.put(url("jetons-4"), token("jetons-4", 4, TOKEN_4, p -> {}));
        tokens.put(url("jetons-3"), token("jetons-3", 3, TOKEN_4, p -> {}));
        tokens.put(
                url("jetons-perimes"),
                token("jetons-perimes", 1, TOKEN_1, p -> p.put("exp", Jws.seconds("2026-11-14T00:00:00Z"))));
        tokens.put(
                url("jetons-a-venir"),
                token("jetons-a-venir", 1, TOKEN_1, p -> p.put("nbf", Jws.seconds("2026-11-21T00:00:00Z"))));
        tokens.put(url("jetons-sans-duree"), token("jetons-sans-duree", 1, TOKEN_1, p -> p.put("ttl", 0)));
        tokens.put(
                url("jetons-en-lettres"),
                token(
                        "jetons-en-lettres",
                        1,
                        TOKEN_1,
                        p -> p.withObject("/status_list").put("bits", "1")));
        tokens.put(url("jetons-deplaces"), token("jetons-1", 1, TOKEN_1, p -> {}));
        tokens.put(url("jetons-intrus"), token("jetons-intrus", 1, TOKEN_1, p -> p.put("iss", Issuers.INTRUDER)));
        String forged =
                Jws.compact(header("statuslist+jwt"), claims("jetons-faux", 1, TOKEN_1), Issuers.INTRUDER_EC::sign);
        tokens.put(url("jetons-faux"), forged);
        String untyped = Jws.compact(header("JWT"), claims("jetons-sans-type", 1, TOKEN_1), Issuers.ATELIER_EC::sign);
        tokens.put(url("jetons-sans-type"), untyped);
        return tokens;
    }

    static String url(String name) {
        return StatusLists.url(name);
    }

    private static String token(String name, int bits, String values, Consumer<ObjectNode> change) {
        ObjectNode claims = claims(name, bits, values);
        change.accept(claims);
        return Jws.compact(header("statuslist+jwt"), claims, Issuers.ATELIER_EC::sign);
    }

    private static ObjectNode header(String type) {
        return Json.object("{}")
                .put("alg", "ES256")
                .put("kid", Issuers.ATELIER + "#es256-1")
                .put("typ", type);
    }

    private static ObjectNode claims(String name, int bits, String values) {
        ObjectNode claims = Json.object("{}").put("sub", url(name));
        claims.put("iat", Jws.seconds("2026-11-14T09:00:00Z"))
                .put("exp", Jws.seconds("2026-11-22T09:00:00Z"))
                .put("ttl", 43200);
        claims.putObject("status_list").put("bits", bits).put("lst", values);
        return claims;
    }

    private static ObjectNode list2021(String name, String bits) {
        ObjectNode list = Json.object("""
                {
                  "@context": [
                    "https://www.w3.org/2018/credentials/v1",
                    "https://w3id.org/vc/status-list/2021/v1",
                    "https://w3id.org/security/data-integrity/v2"
                  ],
                  "type": ["VerifiableCredential", "StatusList2021Credential"],
                  "issuanceDate": "2026-11-14T09:00:00Z",
                  "expirationDate": "2026-11-22T09:00:00Z",
                  "credentialSubject": { "type": "StatusList2021", "statusPurpose": "revocation" }
                }
                """);
        list.put("id", url(name)).put("issuer", Issuers.ATELIER);
        ((ObjectNode) list.get("credentialSubject"))
                .put("id", url(name) + "#list")
                .put("encodedList", bits);
        return list;
    }

    private static ObjectNode revocation(String name, String issuer, String revoked) {
        return Json.object("{\"revokedCredentials\":[" + revoked + "]}")
                .put("id", url(name))
                .put("issuer", issuer);
    }

    private static ObjectNode signed(ObjectNode list) {
        return DataIntegrity.sign(list, Issuers.ATELIER_ED, Issuers.ATELIER_ED_METHOD, "2026-11-15T09:00:00Z");
    }

    private static void put(Map<String, ObjectNode> lists, ObjectNode list) {
        lists.put(list.get("id").asText(), list);
    }
}
