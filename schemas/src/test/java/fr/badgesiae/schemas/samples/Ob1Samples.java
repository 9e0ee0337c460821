package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Badges of Open Badges 0.5, 1.0 and 1.1. */
final class Ob1Samples {
    private static final String UPGRADED = "WARNING context.ob1-upgraded";

    private Ob1Samples() {}

    static List<Ob2Sample> all() {
        return List.of(
                hosted("valid-ob1-hosted-1.0", assertion(), "1.0, hosted, dates in seconds", upgraded()),
                hosted(
                        "valid-ob1-hosted-1.1",
                        assertion()
                                .put("@context", "https://w3id.org/openbadges/v1")
                                .put("type", "Assertion")
                                .put("issuedOn", "2026-10-01"),
                        "1.1, hosted, its date a day",
                        upgraded()),
                hosted(
                        "ob1-expired",
                        assertion().put("expires", 1793520000),
                        "1.0, past its end in seconds",
                        upgraded().but("VALIDITY_PERIOD", "FAILED validity-period.expired")),
                hosted(
                        "valid-ob1-image-inside",
                        assertion().put("issuedOn", 1790841600.5).put("image", "data:image/png;base64,iVBORw0KGgo="),
                        "1.0, its image a data URL, its date with half a second",
                        upgraded()),
                origin(
                        "ob1-origin-only",
                        "https://ob2.example/ob1/",
                        "0.5: the issuer is a site, the address is not told"),
                origin("ob1-addresses-from-root", "/ob1/", "0.5: addresses from the root of the issuer’s site"));
    }

    private static Expected upgraded() {
        return soundHosted().but("CONTEXT", UPGRADED);
    }

    private static ObjectNode assertion() {
        return Json.object("""
                {
                  "uid": "f2c20",
                  "recipient": { "type": "email", "hashed": false, "identity": "lea@exemple.example" },
                  "badge": "https://ob2.example/ob1/badge",
                  "issuedOn": 1790841600,
                  "verify": { "type": "hosted" }
                }
                """);
    }

    private static Map<String, ObjectNode> documents() {
        Map<String, ObjectNode> documents = new TreeMap<>();
        documents.put(HOST + "/ob1/badge", Json.object("""
                {
                  "name": "Travailler en équipe",
                  "description": "Participe à un travail commun et aide les autres.",
                  "image": "https://ob2.example/badges/equipe.png",
                  "criteria": "https://ob2.example/ob1/criteres",
                  "issuer": "https://ob2.example/ob1/issuer",
                  "alignment": [{ "name": "Travail en équipe", "url": "https://referentiel.example/400001" }]
                }
                """));
        documents.put(HOST + "/ob1/issuer", Json.object("""
                { "name": "L’Atelier des Possibles", "url": "https://atelier.example/" }
                """));
        return documents;
    }

    private static Ob2Sample hosted(String name, ObjectNode assertion, String about, Expected expected) {
        String url = HOST + "/ob1/" + name;
        assertion.withObject("/verify").put("url", url);
        Map<String, ObjectNode> documents = documents();
        documents.put(url, assertion);
        return new Ob2Sample(Made.json(name, about, assertion, expected), documents);
    }

    private static Ob2Sample origin(String name, String root, String about) {
        ObjectNode assertion = Json.object("""
                {
                  "recipient": "sha256$2a5d62a44d8bc03c1f8fdb4ec8c6b9b5a0cf3f8aeef5a4e9c1e9bdd3e6f1a7c4",
                  "salt": "mer morte",
                  "issued_on": "2026-10-01",
                  "badge": {
                    "version": "0.5.0",
                    "name": "Travailler en équipe",
                    "description": "Participe à un travail commun et aide les autres.",
                    "issuer": { "origin": "https://ob2.example", "name": "L’Atelier des Possibles" }
                  }
                }
                """);
        assertion.withObject("/badge").put("image", root + "equipe.png").put("criteria", root + "criteres");
        return new Ob2Sample(
                Made.json(
                        name,
                        about,
                        assertion,
                        upgraded()
                                .unproven("INCONCLUSIVE proof.ob1-no-address")
                                .but("ISSUER", "INCONCLUSIVE issuer.ob1-origin-only")),
                Map.of());
    }
}
