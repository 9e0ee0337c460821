package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.hosted;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;
import static fr.badgesiae.schemas.samples.Ob2HostedSamples.unproven;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Badges of Open Badges 2.0 with permitted and forbidden properties, terms and dates. */
final class Ob2ShapeSamples {
    private Ob2ShapeSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                hosted("valid-ob2-image-object")
                        .badge(b -> b.set("image", Json.object("""
                                {"id":"data:image/png;base64,iVBORw0KGgo=","caption":"Un cercle","author":"https://atelier.example/moi"}
                                """)))
                        .json("an image with caption and author, inside the BadgeClass", soundHosted()),
                hosted("valid-ob2-language-version")
                        .badge(b -> {
                            b.put("@language", "fr-FR").put("version", 2);
                            b.putArray("related")
                                    .add(Json.object("{\"@language\":\"en\",\"version\":\"1\"}")
                                            .put("id", Ob2Case.BADGE));
                        })
                        .json("language, version and related editions", soundHosted()),
                shape(
                        "recipient-not-hashed",
                        "hashed is true and the identity is no hash",
                        a -> a.withObject("/recipient").put("identity", "lea@exemple.example")),
                shape(
                        "hashed-missing",
                        "the recipient does not say whether it is hashed",
                        a -> a.withObject("/recipient").remove("hashed")),
                shape("recipient-missing", "no recipient", a -> a.remove("recipient")),
                shape("issued-on-missing", "no issuedOn", a -> a.remove("issuedOn"))
                        .expecting("VALIDITY_PERIOD", "WARNING validity-period.no-start"),
                shape("issued-on-number", "issuedOn as 1.x wrote it", a -> a.put("issuedOn", 1790841600))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.not-a-date"),
                shape("issued-on-a-day", "issuedOn is a day", a -> a.put("issuedOn", "2026-10-01"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.not-a-date"),
                shape("expires-on-a-day", "expires on a day to come", a -> a.put("expires", "2028-10-01"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.not-a-date"),
                shape("expired-on-a-day", "expires on a day gone by", a -> a.put("expires", "2026-11-01"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.expired"),
                shape("expires-without-zone", "expires without time zone", a -> a.put("expires", "2028-10-01T08:00:00"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.not-a-date"),
                shape(
                                "two-badges",
                                "two BadgeClasses",
                                a -> a.putArray("badge").add(Ob2Case.BADGE).add(Ob2Case.HOST + "/badges/autre"))
                        .expecting("ISSUER", "FAILED issuer.missing")
                        .unproven("INCONCLUSIVE proof.issuer-missing"),
                badgeShape(
                        "criteria-empty",
                        "criteria that say nothing",
                        b -> b.set("criteria", Json.object("{\"type\":\"Criteria\"}"))),
                badgeShape("name-missing", "a BadgeClass without name", b -> b.remove("name")),
                badgeShape(
                        "image-jpeg",
                        "an image that is neither PNG nor SVG",
                        b -> b.put("image", "data:image/jpeg;base64,/9j/")),
                badgeShape(
                        "alignment-without-url",
                        "an alignment without targetUrl",
                        b -> ((ObjectNode) b.at("/alignment/0")).remove("targetUrl")),
                hosted("ob2-issuer-without-email")
                        .profile(p -> p.remove("email"))
                        .json("an issuer without e-mail address", misshapen()),
                hosted("ob2-undefined-term")
                        .with(a -> a.put("mention", "Très bien"))
                        .json(
                                "a property that no context defines",
                                soundHosted().but("CONTEXT", "WARNING context.undefined-term")),
                hosted("ob2-unknown-context")
                        .with(a -> a.putArray("@context")
                                .add("https://w3id.org/openbadges/v2")
                                .add("https://mots.example/c.json"))
                        .json(
                                "a context that is in no catalogue",
                                soundHosted().but("CONTEXT", "WARNING context.unknown")),
                hosted("ob2-only-unknown-context")
                        .with(a -> a.put("@context", "https://mots.example/c.json"))
                        .json(
                                "no context but one that is in no catalogue",
                                soundHosted().but("CONTEXT", "INCONCLUSIVE context.unknown")),
                hosted("ob2-only-extension-context")
                        .with(a -> a.put(
                                "@context", "https://w3id.org/openbadges/extensions/applyLinkExtension/context.json"))
                        .json(
                                "no context but that of an extension",
                                soundHosted().but("CONTEXT", "INCONCLUSIVE context.unknown")),
                hosted("ob2-context-of-3")
                        .with(a -> a.put("@context", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"))
                        .json(
                                "the context of Open Badges 3.0",
                                soundHosted().but("CONTEXT", "INCONCLUSIVE context.ob2-missing")),
                hosted("valid-ob2-context-alias")
                        .with(a -> a.put("@context", "https://openbadgespec.org/v2/context.json"))
                        .json("the context by its other address", soundHosted()),
                hosted("valid-ob2-evidence-blank-node")
                        .with(a -> a.putArray("evidence").add(Json.object("""
                                {"id":"_:b0","type":"Evidence","narrative":"Trois semaines au tri."}
                                """)))
                        .json(
                                "evidence with a blank-node id",
                                soundHosted()
                                        .but("CONTEXT", "WARNING context.id-not-absolute")
                                        .but("EVIDENCE", "PASSED evidence.listed")),
                hosted("ob2-context-missing")
                        .with(a -> a.remove("@context"))
                        .json("no context", soundHosted().but("CONTEXT", "WARNING context.missing")),
                hosted("ob2-extension-unknown")
                        .with(a -> a.set("extensions:lieu", Json.object("""
                                {"@context":"https://mots.example/lieu.json","type":["Extension","extensions:Lieu"],"lieu":"Roubaix"}
                                """)))
                        .json(
                                "an extension that is in no catalogue",
                                soundHosted().but("SCHEMA", "WARNING schema.extension-unknown")),
                hosted("ob2-verification-type-unknown")
                        .with(a -> a.withObject("/verification").put("type", "https://mots.example/ChaineDeBlocs"))
                        .json(
                                "a verification that nobody knows",
                                unproven("INCONCLUSIVE proof.verification-type-unknown")),
                hosted("ob2-verification-type-of-a-failure")
                        .with(a -> a.withObject("/verification").put("type", "DEADLINE"))
                        .json(
                                "an unknown verification whose name is that of a failed fetch",
                                unproven("INCONCLUSIVE proof.verification-type-unknown")),
                hosted("ob2-signed-without-signature")
                        .with(a -> a.withObject("/verification").put("type", "SignedBadge"))
                        .json(
                                "says that it is signed, and is shown without its signature",
                                unproven("FAILED proof.missing")),
                hosted("ob2-expired")
                        .with(a -> a.put("expires", "2026-11-01T08:00:00Z"))
                        .json("past its end", soundHosted().but("VALIDITY_PERIOD", "FAILED validity-period.expired")),
                hosted("ob2-not-yet-issued")
                        .with(a -> a.put("issuedOn", "2027-10-01T08:00:00Z"))
                        .json(
                                "before its beginning",
                                soundHosted().but("VALIDITY_PERIOD", "FAILED validity-period.not-yet-valid")),
                hosted("ob2-expires-before-issued")
                        .with(a -> a.put("expires", "2026-09-01T08:00:00Z"))
                        .json(
                                "ends before it begins",
                                soundHosted().but("VALIDITY_PERIOD", "FAILED validity-period.end-before-start")),
                alone(
                        "ob2-badge-class-alone",
                        "a BadgeClass, which is nobody’s badge",
                        Ob2Case.badgeClass(),
                        Expected.unread("FAILED format.not-a-credential")),
                alone(
                        "ob2-profile-alone",
                        "a Profile, which is no badge",
                        Ob2Case.profile(),
                        Expected.unread("FAILED format.not-a-credential")));
    }

    private static Expected misshapen() {
        return soundHosted().but("SCHEMA", "FAILED schema.ob2-does-not-conform");
    }

    private static Ob2Sample shape(String name, String about, Consumer<ObjectNode> change) {
        return hosted("ob2-" + name).with(change).json(about, misshapen());
    }

    private static Ob2Sample badgeShape(String name, String about, Consumer<ObjectNode> change) {
        return hosted("ob2-" + name).badge(change).json(about, misshapen());
    }

    private static Ob2Sample alone(String name, String about, ObjectNode document, Expected expected) {
        return new Ob2Sample(Made.json(name, about, document, expected), Map.of());
    }
}
