package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.hosted;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;
import static fr.badgesiae.schemas.samples.Ob2HostedSamples.embedded;
import static fr.badgesiae.schemas.samples.Ob2HostedSamples.unproven;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Locations of hosted badges of Open Badges 2.0, and the scope that permits them. */
final class Ob2ScopeSamples {
    private static final String ELSEWHERE = "https://ailleurs.example";
    private static final String OUT = "FAILED proof.hosted-out-of-scope";

    private Ob2ScopeSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                scope("valid-ob2-starts-with", "startsWith", HOST + "/assertions/valid")
                        .json("inside the issuer’s startsWith", soundHosted()),
                scope("valid-ob2-allowed-origins", "allowedOrigins", "ailleurs.example")
                        .with(a -> a.put("id", ELSEWHERE + "/assertions/1"))
                        .json("at an origin that the issuer allows", soundHosted()),
                hosted("ob2-out-of-origin")
                        .with(a -> a.put("id", ELSEWHERE + "/assertions/2"))
                        .json("at another origin than the issuer’s", unproven(OUT)),
                scope("ob2-outside-starts-with", "startsWith", HOST + "/autres/")
                        .json("outside of the issuer’s startsWith", unproven(OUT)),
                scope("ob2-not-in-allowed-origins", "allowedOrigins", "ailleurs.example")
                        .json("at an origin that the issuer does not allow", unproven(OUT)),
                scope("ob2-look-alike-host", "startsWith", "https://ailleurs.example")
                        .with(a -> a.put("id", ELSEWHERE + ".intrus.example/assertions/1"))
                        .json("startsWith met by the beginning of another host’s name", unproven(OUT)),
                scope("ob2-dot-segments", "startsWith", HOST + "/assertions/")
                        .with(a -> a.put("id", HOST + "/assertions/../intrus/1"))
                        .absent()
                        .json("startsWith met by a path that leads out again", unproven(OUT)),
                hosted("ob2-scope-of-embedded-profile")
                        .with(a -> {
                            a.put("id", ELSEWHERE + "/assertions/3");
                            ObjectNode badge = embedded();
                            badge.withObject("/issuer/verification").put("allowedOrigins", "ailleurs.example");
                            a.set("badge", badge);
                        })
                        .json("only the Profile inside the badge allows its origin", unproven(OUT)),
                hosted("ob2-id-missing")
                        .absent()
                        .with(a -> a.remove("id"))
                        .json(
                                "hosted, without an id",
                                unproven("FAILED proof.hosted-id-missing")
                                        .but("SCHEMA", "FAILED schema.ob2-does-not-conform")),
                hosted("ob2-id-not-an-address")
                        .absent()
                        .with(a -> a.put("id", "urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60"))
                        .json("hosted, but its id is no address", unproven("FAILED proof.hosted-id-not-an-address")),
                hosted("ob2-badge-class-unreachable")
                        .with(a -> a.put("badge", HOST + "/badges/absent"))
                        .json(
                                "nobody knows what was achieved, nor who says so",
                                unproven("INCONCLUSIVE proof.issuer-missing")
                                        .but("SCHEMA", "INCONCLUSIVE schema.badge-class-unreachable")
                                        .but("ISSUER", "INCONCLUSIVE issuer.badge-class-unreachable")),
                hosted("ob2-badge-class-of-another-issuer")
                        .with(a -> {
                            ObjectNode badge = embedded();
                            badge.withObject("/issuer").put("id", ELSEWHERE + "/issuers/intrus");
                            a.set("badge", badge);
                        })
                        .json(
                                "the BadgeClass at its address names another issuer than the embedded one",
                                soundHosted()
                                        .but("ISSUER", "FAILED issuer.badge-class-issuer-differs")
                                        .but("PROOF", "WARNING proof.badge-class-differs")),
                hosted("ob2-badge-class-of-another-id")
                        .badge(b -> b.put("id", HOST + "/badges/autre"))
                        .with(a -> a.put("badge", HOST + "/badges/ob2-badge-class-of-another-id"))
                        .json(
                                "the BadgeClass at the address has another id",
                                soundHosted().but("ISSUER", "INCONCLUSIVE issuer.badge-class-id-differs")),
                hosted("ob2-issuer-unreachable")
                        .badge(b -> b.put("issuer", HOST + "/issuers/absent"))
                        .json(
                                "the issuer’s Profile cannot be read",
                                unproven("INCONCLUSIVE proof.scope-unknown")
                                        .but("ISSUER", "INCONCLUSIVE issuer.document-unreachable")),
                hosted("ob2-issuer-of-another-id")
                        .profile(p -> p.put("id", HOST + "/issuers/autre"))
                        .json(
                                "the Profile at the issuer’s address has another id",
                                soundHosted().but("ISSUER", "INCONCLUSIVE issuer.document-id-differs")),
                hosted("ob2-issuer-renamed")
                        .with(a -> {
                            ObjectNode badge = embedded();
                            badge.withObject("/issuer").put("name", "L’Atelier, autrefois");
                            a.set("badge", badge);
                        })
                        .json(
                                "the Profile has another name than the embedded one",
                                soundHosted()
                                        .but("ISSUER", "WARNING issuer.profile-differs")
                                        .but("PROOF", "WARNING proof.badge-class-differs")));
    }

    private static Ob2Case scope(String name, String property, String value) {
        return hosted(name)
                .profile(p -> p.withObject("/verification")
                        .put("type", "VerificationObject")
                        .put(property, value));
    }
}
