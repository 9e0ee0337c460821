package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.hosted;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Hosted badges of Open Badges 2.0 whose submitted copy is not what their address publishes today. */
final class Ob2CopySamples {
    private static final String DIFFERS = "WARNING proof.hosted-copy-differs";
    private static final String OTHER = "FAILED proof.hosted-differs";

    /** Of the same address with the same salt. */
    private static final String MD5 = "md5$a77574fd497f5a67495eb0e839b3b8d6";

    private Ob2CopySamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                hosted("ob2-copy-without-image")
                        .served(a -> a.put("image", HOST + "/images/1.png"))
                        .json("the address has gained an image", published()),
                hosted("ob2-copy-of-before-renewal")
                        .shown(a -> a.put("expires", "2026-11-01T08:00:00Z"))
                        .json("the copy has expired, the published badge was renewed", published()),
                hosted("ob2-copy-prolonged")
                        .served(a -> a.put("expires", "2026-11-01T08:00:00Z"))
                        .json(
                                "the published badge has expired, the copy claims another end",
                                published().but("VALIDITY_PERIOD", "FAILED validity-period.expired")),
                hosted("ob2-copy-with-empty-fields")
                        .served(a -> {
                            a.put("narrative", "").putNull("image");
                            a.putArray("evidence");
                        })
                        .json("the address serves empty fields", soundHosted()),
                hosted("ob2-copy-embeds-older-description")
                        .shown(a -> a.set(
                                "badge", Ob2HostedSamples.embedded().put("description", "Une description d’avant.")))
                        .json("the copy embeds the BadgeClass as it was", published()),
                hosted("ob2-copy-misshapen")
                        .shown(a -> a.put("issuedOn", "2026-10-01"))
                        .json("a date of the copy is malformed, that of the published badge is not", published()),
                hosted("ob2-copy-with-plain-recipient")
                        .with(a -> a.withObject("/recipient")
                                .put("identity", "sha256$" + hash("lea@exemple.example", "mer morte")))
                        .shown(a -> {
                            a.withObject("/recipient").put("identity", "lea@exemple.example");
                            a.withObject("/recipient").put("hashed", false).remove("salt");
                        })
                        .json("the copy names in clear the person whose hash is published", soundHosted()),
                hosted("ob2-copy-for-another-person")
                        .with(a -> a.withObject("/recipient")
                                .put("identity", "sha256$" + hash("lea@exemple.example", "mer morte")))
                        .shown(a -> {
                            a.withObject("/recipient").put("identity", "leo@exemple.example");
                            a.withObject("/recipient").put("hashed", false).remove("salt");
                        })
                        .json(
                                "the copy names in clear somebody else",
                                soundHosted().unproven(OTHER)),
                recipient("ob2-copy-with-another-salt", salted("mer morte"), salted("sel fin"))
                        .json("the copy hashes the recipient with another salt", published()),
                recipient("ob2-copy-with-another-algorithm", salted("mer morte"), r -> r.put("identity", MD5))
                        .json("the copy hashes the recipient by another algorithm", published()),
                recipient(
                                "ob2-copy-with-hash-in-capitals",
                                salted("mer morte"),
                                r -> r.put(
                                        "identity",
                                        "sha256$"
                                                + hash("lea@exemple.example", "mer morte")
                                                        .toUpperCase(Locale.ROOT)))
                        .json("the copy writes the hash of the recipient in capitals", soundHosted()),
                recipient(
                                "ob2-copy-with-another-hash",
                                salted("mer morte"),
                                r -> r.put("identity", "sha256$" + hash("leo@exemple.example", "mer morte")))
                        .json(
                                "the copy is for another hash with the same salt",
                                soundHosted().unproven(OTHER)),
                recipient(
                                "ob2-copy-with-recipient-in-capitals",
                                plain("lea@exemple.example"),
                                plain("LEA@exemple.example"))
                        .json("the copy writes the recipient in capitals", published()),
                recipient("ob2-copy-for-another-address", plain("lea@exemple.example"), plain("leo@exemple.example"))
                        .json("the copy names another person", soundHosted().unproven(OTHER)),
                recipient(
                                "ob2-copy-with-plain-recipient-in-capitals",
                                r -> r.put("identity", "sha256$" + hash("Lea@exemple.example", "mer morte")),
                                plain("LEA@exemple.example"))
                        .json("the copy names the person in capitals, the hash is of another spelling", published()),
                hosted("ob2-copy-of-before-another-name")
                        .shown(a -> a.set("badge", Ob2HostedSamples.embedded().put("name", "Travailler à plusieurs")))
                        .json("the copy embeds the BadgeClass under the name that it had", published()),
                hosted("ob2-copy-of-another-badge")
                        .shown(a -> a.put("badge", HOST + "/badges/valid-ob2-endorsed"))
                        .json("the copy names another BadgeClass", soundHosted().unproven(OTHER)),
                hosted("ob2-copy-at-an-address-of-another-host")
                        .served(a -> a.put("id", "https://ailleurs.example/assertions/9"))
                        .json(
                                "what is published has an id of another host",
                                soundHosted().unproven(OTHER)),
                hosted("ob2-copy-at-an-address-without-badge")
                        .absent()
                        .publish(
                                HOST + "/assertions/ob2-copy-at-an-address-without-badge",
                                Json.object("{\"erreur\":\"absent\"}"))
                        .json(
                                "the address serves something else than a badge",
                                soundHosted().unproven("INCONCLUSIVE proof.hosted-unreachable")),
                hosted("ob2-gone")
                        .absent()
                        .json(
                                "the address answers 410 without a word",
                                soundHosted()
                                        .but("PROOF", "WARNING proof.hosted-revoked")
                                        .but("VALIDITY_PERIOD", "WARNING validity-period.no-start")
                                        .but("STATUS", "FAILED status.revoked")),
                hosted("ob2-badge-class-gone")
                        .with(a -> a.put("badge", HOST + "/badges/ob2-badge-class-gone"))
                        .json(
                                "the address of the BadgeClass answers 410, which revokes no badge",
                                soundHosted()
                                        .unproven("INCONCLUSIVE proof.issuer-missing")
                                        .but("SCHEMA", "INCONCLUSIVE schema.badge-class-unreachable")
                                        .but("ISSUER", "INCONCLUSIVE issuer.badge-class-unreachable")));
    }

    /** Addresses that answer 410 Gone. */
    static List<String> gone() {
        return List.of(HOST + "/assertions/ob2-gone", HOST + "/badges/ob2-badge-class-gone");
    }

    private static Expected published() {
        return soundHosted().but("PROOF", DIFFERS);
    }

    /** A badge whose recipient, hashed by default, is published in one way and shown in another. */
    private static Ob2Case recipient(String name, Consumer<ObjectNode> published, Consumer<ObjectNode> shown) {
        return hosted(name)
                .with(a -> published.accept(a.withObject("/recipient")))
                .shown(a -> shown.accept(a.withObject("/recipient")));
    }

    private static Consumer<ObjectNode> salted(String salt) {
        return r -> r.put("salt", salt).put("identity", "sha256$" + hash("lea@exemple.example", salt));
    }

    private static Consumer<ObjectNode> plain(String identity) {
        return r -> r.put("hashed", false).put("identity", identity).remove("salt");
    }

    private static String hash(String identity, String salt) {
        return HexFormat.of().formatHex(Encodings.sha256(identity + salt));
    }
}
