package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An Open Badges 2.0 badge under construction: the shown assertion, the served one, and the other documents linked from it
 * only. The BadgeClass and the Profile are shared until a sample changes them.
 */
final class Ob2Case {
    static final String HOST = "https://ob2.example";
    static final String BADGE = HOST + "/badges/equipe";
    static final String ISSUER = HOST + "/issuers/atelier";
    static final String KEY = HOST + "/keys/atelier-1";
    static final String LIST = HOST + "/revocations/atelier";

    private final String name;
    private final ObjectNode assertion;
    private final Map<String, ObjectNode> published = new TreeMap<>();
    private ObjectNode badge;
    private ObjectNode profile;
    private Consumer<ObjectNode> shown = unchanged -> {};
    private Consumer<ObjectNode> served = unchanged -> {};
    private boolean hosted = true;

    private Ob2Case(String name) {
        this.name = name;
        this.assertion = assertion(HOST + "/assertions/" + name);
    }

    /** A hosted badge whose address ends in its name. */
    static Ob2Case hosted(String name) {
        return new Ob2Case(name);
    }

    /** A badge to be signed with the issuer’s RSA key. */
    static Ob2Case signed(String name) {
        Ob2Case made = new Ob2Case(name);
        made.hosted = false;
        made.assertion.put("id", "urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60");
        made.assertion.set(
                "verification", Json.object("{\"type\":\"SignedBadge\"}").put("creator", KEY));
        return made;
    }

    /** Changes the badge, both shown and served. */
    Ob2Case with(Consumer<ObjectNode> change) {
        change.accept(assertion);
        return this;
    }

    /** Changes the shown assertion only. */
    Ob2Case shown(Consumer<ObjectNode> change) {
        shown = change;
        return this;
    }

    /** Changes the served assertion only. */
    Ob2Case served(Consumer<ObjectNode> change) {
        served = change;
        return this;
    }

    /** The address serves nothing. */
    Ob2Case absent() {
        hosted = false;
        return this;
    }

    /** A separate BadgeClass. */
    Ob2Case badge(Consumer<ObjectNode> change) {
        badge = badge == null ? badgeClass().put("id", HOST + "/badges/" + name) : badge;
        assertion.put("badge", badge.get("id").asText());
        change.accept(badge);
        return this;
    }

    /** A separate issuer, at an address of the sample’s name. */
    Ob2Case profile(Consumer<ObjectNode> change) {
        profile = profile().put("id", HOST + "/issuers/" + name);
        String id = profile.get("id").asText();
        change.accept(profile);
        return badge(own -> own.put("issuer", id));
    }

    /** Another document. */
    Ob2Case publish(String url, ObjectNode document) {
        published.put(url, document);
        return this;
    }

    Ob2Sample json(String about, Expected expected) {
        ObjectNode copy = assertion.deepCopy();
        shown.accept(copy);
        return new Ob2Sample(Made.json(name, about, copy, expected), documents());
    }

    Ob2Sample jws(String about, Expected expected) {
        return jws(about, Issuers.ATELIER_RSA, expected);
    }

    Ob2Sample jws(String about, JwsKey key, Expected expected) {
        ObjectNode header = Json.object("{}").put("alg", key.algorithm());
        return text(about, Jws.compact(header, assertion, key::sign), expected);
    }

    Ob2Sample text(String about, String jws, Expected expected) {
        return new Ob2Sample(Made.text(name + ".jws", about, jws, expected), documents());
    }

    ObjectNode assertion() {
        return assertion;
    }

    private Map<String, ObjectNode> documents() {
        if (hosted) {
            ObjectNode copy = assertion.deepCopy();
            served.accept(copy);
            published.put(assertion.path("id").asText(), copy);
        }
        if (badge != null) {
            published.putIfAbsent(HOST + "/badges/" + name, badge);
        }
        if (profile != null) {
            published.putIfAbsent(HOST + "/issuers/" + name, profile);
        }
        return published;
    }

    static ObjectNode assertion(String id) {
        return Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "Assertion",
                  "recipient": {
                    "type": "email",
                    "hashed": true,
                    "salt": "mer morte",
                    "identity": "sha256$2a5d62a44d8bc03c1f8fdb4ec8c6b9b5a0cf3f8aeef5a4e9c1e9bdd3e6f1a7c4"
                  },
                  "badge": "https://ob2.example/badges/equipe",
                  "issuedOn": "2026-10-01T08:00:00Z",
                  "expires": "2028-10-01T08:00:00Z",
                  "verification": { "type": "HostedBadge" }
                }
                """).put("id", id);
    }

    static ObjectNode badgeClass() {
        return Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "BadgeClass",
                  "id": "https://ob2.example/badges/equipe",
                  "name": "Travailler en équipe",
                  "description": "Participe à un travail commun et aide les autres.",
                  "image": "https://ob2.example/badges/equipe.png",
                  "criteria": { "narrative": "Prend sa part, prévient, demande et propose de l’aide." },
                  "issuer": "https://ob2.example/issuers/atelier",
                  "tags": ["équipe", "entraide"],
                  "alignment": [
                    {
                      "targetName": "Réaliser un travail en équipe",
                      "targetUrl": "https://referentiel.example/competences/400001",
                      "targetCode": "400001"
                    }
                  ]
                }
                """);
    }

    static ObjectNode profile() {
        return Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "Issuer",
                  "id": "https://ob2.example/issuers/atelier",
                  "name": "L’Atelier des Possibles",
                  "url": "https://atelier.example/",
                  "email": "contact@atelier.example",
                  "publicKey": "https://ob2.example/keys/atelier-1",
                  "revocationList": "https://ob2.example/revocations/atelier"
                }
                """);
    }

    static ObjectNode key(String id) {
        return Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "CryptographicKey",
                  "owner": "https://ob2.example/issuers/atelier"
                }
                """).put("id", id).put("publicKeyPem", Issuers.ATELIER_RSA.pem());
    }

    static ObjectNode list(String id) {
        return Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "RevocationList",
                  "issuer": "https://ob2.example/issuers/atelier",
                  "revokedAssertions": [
                    "urn:uuid:3c574c87-b96f-4f06-8eb5-68a29335b60e",
                    { "id": "urn:uuid:e79a6c18-787e-4868-8e65-e6a4530fb418", "revocationReason": "Délivré par erreur" },
                    { "uid": "abc123", "revocationReason": "Délivré deux fois" }
                  ]
                }
                """).put("id", id);
    }

    /** The documents shared by samples. */
    static Map<String, ObjectNode> shared() {
        return Map.of(BADGE, badgeClass(), ISSUER, profile(), KEY, key(KEY), LIST, list(LIST));
    }

    static Expected soundHosted() {
        return Expected.sound()
                .but("SCHEMA", "PASSED schema.ob2-conforms")
                .but("PROOF", "PASSED proof.hosted-as-shown");
    }

    static Expected soundSigned() {
        return soundHosted().but("PROOF", "PASSED proof.verified");
    }
}
