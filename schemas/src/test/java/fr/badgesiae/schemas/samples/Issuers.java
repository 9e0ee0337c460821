package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The issuers of the samples, their keys, and their published documents. */
final class Issuers {
    static final String ATELIER = "did:web:badges.example:issuers:atelier";
    static final EdKey ATELIER_ED = EdKey.of("atelier ed25519");
    static final EcKey ATELIER_EC = EcKey.of("atelier p-256");
    static final RsaKey ATELIER_RSA = RsaKey.fixed();
    static final String ATELIER_ED_METHOD = ATELIER + "#ed25519-1";
    static final String ATELIER_EC_KID = Badge.HOST + "/keys/atelier-es256";
    static final String ATELIER_ED_KID = Badge.HOST + "/keys/atelier-eddsa";
    static final String ATELIER_RSA_KID = Badge.HOST + "/keys/atelier-rs256";
    static final EdKey OLD = EdKey.of("atelier, taken out of use");
    static final EdKey SIGN_IN = EdKey.of("atelier, authentication only");

    static final String JARDIN = Badge.HOST + "/issuers/jardin";
    static final EdKey JARDIN_ED = EdKey.of("jardin ed25519");
    static final String RECYCLERIE = Badge.HOST + "/issuers/recyclerie";
    static final EcKey RECYCLERIE_EC = EcKey.of("recyclerie p-256");
    static final String RECYCLERIE_KID = Badge.HOST + "/keys/recyclerie-es256";

    static final String WITHOUT_KEYS = "did:web:badges.example:issuers:sans-cle";
    static final String ABSENT = "did:web:badges.example:issuers:absent";
    static final EdKey HOLDER = EdKey.of("somebody with a did:key");
    static final String INTRUDER = "did:web:intrus.example";
    static final EdKey INTRUDER_ED = EdKey.of("intruder ed25519");
    static final EcKey INTRUDER_EC = EcKey.of("intruder p-256");

    private Issuers() {}

    /** The document under each URL. */
    static Map<String, ObjectNode> published() {
        Map<String, ObjectNode> documents = new TreeMap<>();
        documents.put(Badge.HOST + "/issuers/atelier/did.json", atelier());
        documents.put(Badge.HOST + "/issuers/sans-cle/did.json", did(WITHOUT_KEYS));
        documents.put("https://intrus.example/.well-known/did.json", intruder());
        documents.put(JARDIN, jardin());
        documents.put(RECYCLERIE, profile(RECYCLERIE, "La Recyclerie des Deux Rives"));
        documents.put(Badge.HOST + "/.well-known/jwks.json", jwks());
        documents.put(ATELIER_EC_KID, key(ATELIER_EC, ATELIER_EC_KID));
        documents.put(ATELIER_ED_KID, key(ATELIER_ED, ATELIER_ED_KID));
        documents.put(ATELIER_RSA_KID, key(ATELIER_RSA, ATELIER_RSA_KID));
        documents.put(RECYCLERIE_KID, key(RECYCLERIE_EC, RECYCLERIE_KID));
        documents.putAll(StatusLists.published());
        documents.put(PictureSamples.ADDRESS, Badge.signed(unchanged -> {}));
        documents.putAll(AddressSamples.published());
        documents.putAll(Ob2Sample.published());
        documents.putAll(KeyRing.published());
        documents.putAll(OwnTokenSamples.published());
        documents.putAll(StatusDocuments.published());
        return documents;
    }

    static String didKey(EdKey key) {
        return "did:key:" + key.multikey();
    }

    private static ObjectNode did(String id) {
        ObjectNode document = Json.object("""
                {"@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/multikey/v1"]}
                """);
        return document.put("id", id);
    }

    private static ObjectNode atelier() {
        ObjectNode document = did(ATELIER);
        ArrayNode methods = document.putArray("verificationMethod");
        methods.add(multikey(ATELIER, "ed25519-1", ATELIER_ED));
        methods.add(jwkMethod("es256-1", ATELIER_EC));
        methods.add(jwkMethod("rs256-1", ATELIER_RSA));
        methods.add(multikey(ATELIER, "ed25519-0", OLD).put("revoked", "2026-06-01T00:00:00Z"));
        methods.add(multikey(ATELIER, "connexion-1", SIGN_IN));
        ArrayNode assertion = document.putArray("assertionMethod");
        assertion.add(ATELIER_ED_METHOD).add(ATELIER + "#es256-1").add(ATELIER + "#rs256-1");
        assertion.add(ATELIER + "#ed25519-0");
        document.putArray("authentication").add(ATELIER + "#connexion-1");
        return document;
    }

    private static ObjectNode intruder() {
        ObjectNode document = did(INTRUDER);
        document.putArray("verificationMethod").add(multikey(INTRUDER, "ed25519-1", INTRUDER_ED));
        document.putArray("assertionMethod").add(INTRUDER + "#ed25519-1");
        return document;
    }

    private static ObjectNode jardin() {
        ObjectNode document = profile(JARDIN, "Le Jardin Partagé");
        document.putArray("verificationMethod").add(multikey(JARDIN, "ed25519-1", JARDIN_ED));
        document.putArray("assertionMethod").add(JARDIN + "#ed25519-1");
        return document;
    }

    private static ObjectNode profile(String id, String name) {
        ObjectNode document = Json.object("""
                {"@context":["https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["Profile"]}
                """);
        return document.put("id", id).put("name", name);
    }

    private static ObjectNode multikey(String controller, String fragment, EdKey key) {
        return Json.object("{}")
                .put("id", controller + "#" + fragment)
                .put("type", "Multikey")
                .put("controller", controller)
                .put("publicKeyMultibase", key.multikey());
    }

    private static ObjectNode jwkMethod(String fragment, JwsKey key) {
        ObjectNode method = Json.object("{}")
                .put("id", ATELIER + "#" + fragment)
                .put("type", "JsonWebKey")
                .put("controller", ATELIER);
        method.set("publicKeyJwk", Json.object(key.jwk()));
        return method;
    }

    private static ObjectNode key(JwsKey key, String kid) {
        return Json.object(key.jwk())
                .put("kid", kid)
                .put("alg", key.algorithm())
                .put("use", "sig");
    }

    private static ObjectNode jwks() {
        ObjectNode set = Json.object("{}");
        ArrayNode keys = set.putArray("keys");
        keys.add(key(ATELIER_EC, ATELIER_EC_KID).put("iss", ATELIER));
        keys.add(key(RECYCLERIE_EC, RECYCLERIE_KID).put("iss", RECYCLERIE));
        keys.add(key(KeyRing.JWK2020, KeyRing.PAGE_KID).put("iss", KeyRing.PAGE));
        return set;
    }
}
