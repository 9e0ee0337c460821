package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.hosted;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Hosted badges of Open Badges 2.0 in their permitted forms, and other answers of their addresses. */
final class Ob2HostedSamples {
    private Ob2HostedSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                hosted("valid-ob2-hosted").json("hosted, BadgeClass and issuer by their addresses", soundHosted()),
                hosted("valid-ob2-embedded")
                        .with(a -> a.set("badge", embedded()))
                        .json("hosted, BadgeClass and issuer embedded", soundHosted()),
                hosted("valid-ob2-embedded-as-shown")
                        .shown(a -> a.set("badge", embedded()))
                        .json("what is shown embeds what the address names", soundHosted()),
                hosted("valid-ob2-named-as-shown")
                        .served(a -> a.set("badge", embedded()))
                        .json("what is shown names what the address embeds", soundHosted()),
                aliases(),
                compactIris(),
                hosted("valid-ob2-own-words")
                        .with(Ob2HostedSamples::ownWords)
                        .json("the document defines French names for two properties", soundHosted()),
                hosted("valid-ob2-plain-recipient")
                        .with(a -> a.set(
                                "recipient",
                                Json.object(
                                        "{\"type\":\"email\",\"hashed\":false,\"identity\":\"lea@exemple.example\"}")))
                        .json("the recipient’s address in clear", soundHosted()),
                hosted("valid-ob2-evidence")
                        .with(a -> a.set("evidence", Json.object("""
                                {"e":["https://atelier.example/photos",
                                {"id":"https://atelier.example/recit","name":"Récit","narrative":"Une *année*.","genre":"Récit"}]}
                                """).get("e")))
                        .json("two pieces of evidence", soundHosted().but("EVIDENCE", "PASSED evidence.listed")),
                hosted("valid-ob2-date-forms")
                        .with(a -> a.put("issuedOn", "2026-10-01T10:00+02:00").put("expires", "2028-10-01T08:00:00,5Z"))
                        .json("dates without seconds, with an offset, with a fraction", soundHosted()),
                hosted("ob2-hosted-differs")
                        .served(a -> a.withObject("/recipient").put("identity", "sha256$" + "0".repeat(64)))
                        .json("the address serves another recipient", unproven("FAILED proof.hosted-differs")),
                hosted("ob2-hosted-differs-in-what-is-embedded")
                        .shown(a -> {
                            a.set("badge", embedded().put("name", "Diriger une équipe"));
                            a.withObject("/badge/issuer").put("id", "https://ob2.example/issuers/autre");
                        })
                        .json(
                                "what is shown embeds another BadgeClass than its address serves",
                                unproven("FAILED proof.hosted-differs")
                                        .but("ISSUER", "FAILED issuer.badge-class-issuer-differs")),
                hosted("ob2-hosted-says-more")
                        .shown(a -> a.put("narrative", "Mention très bien."))
                        .json(
                                "what is shown says more than its address",
                                soundHosted().but("PROOF", "WARNING proof.hosted-copy-differs")),
                hosted("ob2-hosted-unreachable")
                        .absent()
                        .json("the address serves nothing", unproven("INCONCLUSIVE proof.hosted-unreachable")),
                hosted("ob2-badge-class-changed")
                        .with(a -> a.set("badge", embedded().put("description", "Une description plus ancienne.")))
                        .json(
                                "the BadgeClass has changed since it was embedded",
                                soundHosted().but("PROOF", "WARNING proof.badge-class-differs")),
                hosted("ob2-revoked")
                        .served(a -> {
                            a.retain("@context", "id");
                            a.put("revoked", true).put("revocationReason", "Délivré par erreur");
                        })
                        .json("the address says that it is revoked", revoked()),
                hosted("ob2-revoked-as-text")
                        .served(a -> {
                            a.retain("@context", "id");
                            a.put("revoked", "oui");
                        })
                        .json(
                                "the address says by a text that it is revoked",
                                revoked().but("SCHEMA", "FAILED schema.ob2-does-not-conform")),
                hosted("ob2-revoked-as-shown")
                        .with(a -> {
                            a.retain("@context", "id");
                            a.put("revoked", true);
                        })
                        .json(
                                "what is shown has been stripped to its revocation",
                                revoked().but("ISSUER", "INCONCLUSIVE issuer.not-named-when-revoked")));
    }

    static ObjectNode embedded() {
        ObjectNode profile = Ob2Case.profile();
        profile.remove("@context");
        ObjectNode badge = Ob2Case.badgeClass();
        badge.remove("@context");
        badge.set("issuer", profile);
        return badge;
    }

    static Expected unproven(String answer) {
        return soundHosted().unproven(answer);
    }

    private static Expected revoked() {
        return soundHosted()
                .but("PROOF", "WARNING proof.hosted-revoked")
                .but("VALIDITY_PERIOD", "WARNING validity-period.no-start")
                .but("STATUS", "FAILED status.revoked");
    }

    private static Ob2Sample aliases() {
        return hosted("valid-ob2-aliases")
                .shown(a -> {
                    a.putArray("@context").add("http://w3id.org/openbadges/v2");
                    a.set("@type", a.remove("type"));
                    a.set("verify", Json.object("{\"type\":[\"hosted\"]}"));
                    a.remove("verification");
                    a.putArray("badge").add(Ob2Case.BADGE);
                    a.putNull("narrative");
                })
                .json("older names, lists of one and a null, where the address serves the usual form", soundHosted());
    }

    private static Ob2Sample compactIris() {
        return hosted("valid-ob2-compact-iris")
                .shown(a -> {
                    a.set("obi:badge", a.remove("badge"));
                    a.set("https://w3id.org/openbadges#issueDate", a.remove("issuedOn"));
                    a.put("type", "obi:Assertion");
                    a.withObject("/verification").put("type", "https://w3id.org/openbadges#HostedBadge");
                    a.withObject("/recipient").put("type", "schema:email");
                })
                .json("properties and types by compact and by whole IRI", soundHosted());
    }

    private static void ownWords(ObjectNode assertion) {
        assertion
                .putArray("@context")
                .add("https://w3id.org/openbadges/v2")
                .add(Json.object("{\"délivréLe\":\"obi:issueDate\",\"lieu\":\"http://schema.org/location\"}"));
        assertion.set("délivréLe", assertion.remove("issuedOn"));
        assertion.put("lieu", "Roubaix");
    }
}
