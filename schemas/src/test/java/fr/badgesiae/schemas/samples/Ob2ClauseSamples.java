package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.hosted;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;
import static fr.badgesiae.schemas.samples.Ob2HostedSamples.embedded;
import static fr.badgesiae.schemas.samples.Ob2HostedSamples.unproven;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Badges of Open Badges 2.0 that meet or break rules stated in prose, beside the tables of the specification. */
final class Ob2ClauseSamples {
    private Ob2ClauseSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                hosted("valid-ob2-graph-of-one")
                        .served(Ob2ClauseSamples::asGraph)
                        .shown(Ob2ClauseSamples::asGraph)
                        .json("the assertion is the one node of a graph", soundHosted()),
                hosted("valid-ob2-badge-class-named-by-object")
                        .with(a ->
                                a.putObject("badge").put("type", "BadgeClass").put("id", Ob2Case.BADGE))
                        .json("the BadgeClass is named by an object with its id", soundHosted()),
                hosted("valid-ob2-issuer-named-by-object")
                        .badge(b -> b.putObject("issuer").put("id", Ob2Case.ISSUER))
                        .json("the issuer is named by an object with its id", soundHosted()),
                hosted("valid-ob2-badge-class-without-address")
                        .with(a ->
                                a.set("badge", embedded().put("id", "urn:uuid:0f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e64")))
                        .json("the BadgeClass lies inside only and has no address", soundHosted()),
                hosted("valid-ob2-image-inside")
                        .with(a -> a.put("image", "data:image/png;base64,iVBORw0KGgo="))
                        .json("the assertion’s image is a data URI", soundHosted()),
                hosted("valid-ob2-same-instant")
                        .shown(a -> a.put("issuedOn", "2026-10-01T10:00:00+02:00"))
                        .json("shown with another time zone, the instant is the same", soundHosted()),
                hosted("valid-ob1-served-as-2.0")
                        .with(a -> a.put("image", Ob2Case.HOST + "/images/1.png"))
                        .shown(a -> {
                            a.put("@context", "https://w3id.org/openbadges/v1").put("uid", "f2c20");
                            a.put("issuedOn", 1790841600);
                            a.remove("verification");
                            a.putObject("verify")
                                    .put("type", "hosted")
                                    .put("url", a.path("id").asText());
                        })
                        .json("kept since 1.1, published as of 2.0 today", soundHosted()),
                hosted("ob1-served-differently-as-2.0")
                        .shown(a -> {
                            a.put("@context", "https://w3id.org/openbadges/v1");
                            a.put("evidence", "https://ailleurs.example/recit");
                        })
                        .json(
                                "kept since 1.1, it shows more than is published as of 2.0 today",
                                soundHosted().but("PROOF", "WARNING proof.hosted-copy-differs")),
                hosted("ob2-badge-class-out-of-origin")
                        .with(a -> a.put("badge", "https://ailleurs.example/badges/equipe"))
                        .publish(
                                "https://ailleurs.example/badges/equipe",
                                Ob2Case.badgeClass().put("id", "https://ailleurs.example/badges/equipe"))
                        .json(
                                "the BadgeClass lies at another origin, of which the issuer says nothing",
                                unproven("FAILED proof.hosted-out-of-scope")),
                hosted("ob2-issuer-is-no-profile")
                        .profile(p -> p.put("type", "https://mots.example/Organisation"))
                        .json(
                                "what the issuer publishes is not said to be a Profile",
                                misshapen().but("ISSUER", "WARNING issuer.type-wrong")),
                hosted("ob2-issuer-of-no-type")
                        .profile(p -> p.remove("type"))
                        .json("what the issuer publishes does not say what it is", misshapen()),
                hosted("ob2-issuer-is-an-assertion")
                        .profile(p -> p.put("type", "Assertion"))
                        .json(
                                "what the issuer publishes is said to be an assertion",
                                misshapen().but("ISSUER", "FAILED issuer.type-wrong")),
                hosted("ob2-embedded-issuer-is-no-profile")
                        .with(a -> {
                            ObjectNode badge = embedded();
                            badge.withObject("/issuer").put("type", "https://schema.org/Organization");
                            a.set("badge", badge.put("id", "urn:uuid:0f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e66"));
                        })
                        .json(
                                "the issuer inside the badge is not said to be a Profile",
                                misshapen().but("ISSUER", "WARNING issuer.type-wrong")),
                hosted("ob2-plain-identity-is-a-hash")
                        .with(a -> a.withObject("/recipient").put("type", "url").put("hashed", false))
                        .json("hashed is false and the identity is a hash", misshapen()),
                hosted("ob2-date-impossible")
                        .with(a -> a.put("issuedOn", "2026-02-30T08:00:00Z"))
                        .json(
                                "issued on 30 February",
                                soundHosted().but("VALIDITY_PERIOD", "FAILED validity-period.not-a-date")),
                hosted("ob2-date-of-hour-24")
                        .with(a -> a.put("issuedOn", "2026-10-01T24:00:00Z"))
                        .json(
                                "issued at hour 24",
                                soundHosted().but("VALIDITY_PERIOD", "FAILED validity-period.not-a-date")),
                extension("ob2-extension-without-context", "an extension that names no context", "@context"),
                extension("ob2-extension-without-type", "an extension that does not say that it is one", "type"));
    }

    private static Expected misshapen() {
        return soundHosted().but("SCHEMA", "FAILED schema.ob2-does-not-conform");
    }

    private static Ob2Sample extension(String name, String about, String missing) {
        ObjectNode extension = Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/extensions/applyLinkExtension/context.json",
                  "type": ["Extension", "extensions:ApplyLink"],
                  "url": "https://atelier.example/candidature"
                }
                """);
        extension.remove(missing);
        return hosted(name)
                .badge(b -> b.set("extensions:ApplyLink", extension))
                .json(about, soundHosted().but("SCHEMA", "FAILED schema.extension-does-not-conform"));
    }

    private static void asGraph(ObjectNode assertion) {
        ObjectNode node = assertion.deepCopy();
        assertion.removeAll();
        assertion.set("@context", node.remove("@context"));
        assertion.putArray("@graph").add(node);
    }
}
