package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.hosted;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Endorsements and extensions of Open Badges 2.0. */
final class Ob2LinkedSamples {
    private Ob2LinkedSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                endorsed(
                        "valid-ob2-endorsed",
                        "a BadgeClass endorsed by somebody else",
                        e -> {},
                        "PASSED endorsements.verified"),
                endorsed(
                        "ob2-endorsement-of-another-badge",
                        "the endorsement is about another BadgeClass",
                        e -> e.withObject("/claim").put("id", HOST + "/badges/autre"),
                        "WARNING endorsements.subject-differs"),
                endorsed(
                        "ob2-endorsement-out-of-scope",
                        "the endorser does not publish at this address",
                        e -> e.put("issuer", "https://ailleurs.example/issuers/absent"),
                        "WARNING endorsements.not-verified"),
                endorsed(
                        "ob2-endorsement-misshapen",
                        "an endorsement without a date",
                        e -> e.remove("issuedOn"),
                        "WARNING endorsements.not-verified"),
                hosted("ob2-endorsement-unreachable")
                        .with(a -> a.put("endorsement", HOST + "/endorsements/absent"))
                        .json(
                                "the endorsement cannot be read",
                                soundHosted().but("ENDORSEMENTS", "WARNING endorsements.not-verified")),
                extended("valid-ob2-extension", "two published extensions", 50.69, "PASSED schema.ob2-conforms"),
                extended(
                        "ob2-extension-misshapen",
                        "a published extension whose latitude is a text",
                        null,
                        "FAILED schema.extension-does-not-conform"),
                new Ob2Sample(
                        Made.json(
                                "ob2-endorsement-alone",
                                "a hosted endorsement brought alone",
                                endorsement("ob2-endorsement-alone"),
                                soundHosted()),
                        Map.of(
                                "https://ob2.example/endorsements/ob2-endorsement-alone",
                                endorsement("ob2-endorsement-alone"))),
                new Ob2Sample(
                        Made.json(
                                "ob2-endorsement-alone-absent",
                                "a hosted endorsement that is not at its address",
                                endorsement("ob2-endorsement-alone-absent"),
                                soundHosted().unproven("INCONCLUSIVE proof.hosted-unreachable")),
                        Map.of()));
    }

    private static ObjectNode endorsement(String name) {
        ObjectNode endorsement = Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/v2",
                  "type": "Endorsement",
                  "issuer": "https://ob2.example/issuers/atelier",
                  "issuedOn": "2026-10-02T08:00:00Z",
                  "claim": { "endorsementComment": "Reconnu par les employeurs de la vallée." },
                  "verification": { "type": "hosted" }
                }
                """).put("id", HOST + "/endorsements/" + name);
        endorsement.withObject("/claim").put("id", HOST + "/badges/" + name);
        return endorsement;
    }

    private static Ob2Sample endorsed(String name, String about, Consumer<ObjectNode> change, String answer) {
        ObjectNode endorsement = endorsement(name);
        change.accept(endorsement);
        String id = endorsement.get("id").asText();
        return hosted(name)
                .badge(b -> b.put("endorsement", id))
                .publish(id, endorsement)
                .json(about, soundHosted().but("ENDORSEMENTS", answer));
    }

    private static Ob2Sample extended(String name, String about, Double latitude, String answer) {
        ObjectNode place = Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/extensions/geoCoordinatesExtension/context.json",
                  "type": ["Extension", "extensions:GeoCoordinates", "schema:Place"],
                  "description": "L’atelier de Roubaix",
                  "geo": { "longitude": 3.17 }
                }
                """);
        if (latitude == null) {
            place.withObject("/geo").put("latitude", "50,69");
        } else {
            place.withObject("/geo").put("latitude", latitude);
        }
        return hosted(name)
                .with(a -> a.set("schema:location", place))
                .badge(b -> b.set("extensions:ApplyLink", Json.object("""
                        {
                          "@context": "https://w3id.org/openbadges/extensions/applyLinkExtension/context.json",
                          "type": ["Extension", "extensions:ApplyLink"],
                          "url": "https://atelier.example/candidature"
                        }
                        """)))
                .json(about, soundHosted().but("SCHEMA", answer));
    }
}
