package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An issuer with a key of each kind in each form, and a few keys that are elsewhere or unusable. */
final class KeyRing {
    static final String DID = "did:web:badges.example:issuers:clefs";
    static final String NAME = "L’Atelier des Clefs";
    static final EdKey ED = EdKey.of("clefs ed25519");
    static final EcKey P256 = EcKey.of("clefs p-256");
    static final EcKey P384 = EcKey.p384("clefs p-384");

    static final EdKey ED2020 = EdKey.of("clefs, suite 2020");
    static final EdKey ED2018 = EdKey.of("clefs, suite 2018");
    static final EcKey JWK2020 = EcKey.of("clefs, jwk 2020");
    static final EdKey LATER = EdKey.of("clefs, until 2027");
    static final EdKey LAPSED = EdKey.of("clefs, until october");
    static final EdKey BORROWED = EdKey.of("clefs, of another controller");
    static final EdKey EMBEDDED = EdKey.of("clefs, embedded");

    static final String PORT_DID = "did:web:badges.example%3A8443:issuers:port";
    static final String OTHER_ID_DID = "did:web:badges.example:issuers:nom-emprunte";
    static final String AUTRE = "https://autre.example/issuers/1";
    static final String PAGE = "https://badges.example/issuers/page";
    static final String PAGE_KID = "https://badges.example/keys/page-es256";

    private KeyRing() {}

    static String method(String fragment) {
        return DID + "#" + fragment;
    }

    static Map<String, ObjectNode> published() {
        Map<String, ObjectNode> documents = new TreeMap<>();
        documents.put(Badge.HOST + "/issuers/clefs/did.json", ring());
        documents.put("https://badges.example:8443/issuers/port/did.json", port());
        documents.put(Badge.HOST + "/issuers/nom-emprunte/did.json", did(DID));
        documents.put("https://autre.example/.well-known/jwks.json", silentSet());
        documents.put(
                AUTRE,
                Json.object("{\"type\":[\"Profile\"],\"name\":\"L’Autre\"}").put("id", AUTRE));
        documents.put(AUTRE + "/keys/1", Json.object(P384.jwk()).put("kid", AUTRE + "/keys/1"));
        documents.put(
                "https://autre.example/keys/1", Json.object(P256.jwk()).put("kid", "https://autre.example/keys/1"));
        documents.put(PAGE, Json.object("{\"erreur\":\"aucune page ici\"}"));
        return documents;
    }

    private static ObjectNode did(String id) {
        return Json.object("{\"@context\":[\"https://www.w3.org/ns/did/v1\"]}").put("id", id);
    }

    private static ObjectNode ring() {
        ObjectNode document = did(DID);
        add(document, "ed25519-1", "Multikey").put("publicKeyMultibase", ED.multikey());
        add(document, "p256-1", "Multikey").put("publicKeyMultibase", P256.multikey());
        add(document, "p384-1", "Multikey").put("publicKeyMultibase", P384.multikey());
        add(document, "ed25519-2020", "Ed25519VerificationKey2020").put("publicKeyMultibase", ED2020.multikey());
        add(document, "ed25519-2018", "Ed25519VerificationKey2018")
                .put(
                        "publicKeyBase58",
                        Encodings.multibase58(ED2018.publicKey()).substring(1));
        add(document, "jwk-2020", "JsonWebKey2020").set("publicKeyJwk", Json.object(JWK2020.jwk()));
        add(document, "inconnue", "EcdsaSecp256k1VerificationKey2019")
                .put("publicKeyMultibase", "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme");
        add(document, "courte", "JsonWebKey")
                .set("publicKeyJwk", Json.object(RsaKey.shortOne().jwk()));
        add(document, "plus-tard", "Multikey")
                .put("publicKeyMultibase", LATER.multikey())
                .put("revoked", "2027-01-01T00:00:00Z");
        add(document, "perimee", "Multikey")
                .put("publicKeyMultibase", LAPSED.multikey())
                .put("expires", "2026-10-31T00:00:00Z");
        add(document, "autre-algorithme", "JsonWebKey")
                .set("publicKeyJwk", Json.object(P256.jwk()).put("alg", "ES384"));
        add(document, "empruntee", "Multikey")
                .put("controller", Issuers.INTRUDER)
                .put("publicKeyMultibase", BORROWED.multikey());
        for (String fragment : List.of(
                "perimee",
                "ed25519-1",
                "p256-1",
                "p384-1",
                "ed25519-2020",
                "ed25519-2018",
                "jwk-2020",
                "inconnue",
                "courte",
                "autre-algorithme",
                "empruntee")) {
            document.withArray("assertionMethod").add("#" + fragment);
        }
        document.withArray("assertionMethod").add(method("plus-tard"));
        document.withArray("assertionMethod")
                .addObject()
                .put("id", method("incluse"))
                .put("type", "Multikey")
                .put("controller", DID)
                .put("publicKeyMultibase", EMBEDDED.multikey());
        return document;
    }

    private static ObjectNode add(ObjectNode document, String fragment, String type) {
        return document.withArray("verificationMethod")
                .addObject()
                .put("id", method(fragment))
                .put("type", type)
                .put("controller", DID);
    }

    private static ObjectNode port() {
        ObjectNode document = did(PORT_DID);
        document.putArray("assertionMethod")
                .addObject()
                .put("id", PORT_DID + "#1")
                .put("type", "Multikey")
                .put("controller", PORT_DID)
                .put("publicKeyMultibase", ED.multikey());
        return document;
    }

    /** Keys that do not name their controller. */
    private static ObjectNode silentSet() {
        ObjectNode set = Json.object("{}");
        set.putArray("keys").add(Json.object(ED.jwk()).put("kid", "silencieuse"));
        return set;
    }
}
