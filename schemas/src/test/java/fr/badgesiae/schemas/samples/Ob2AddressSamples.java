package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.hosted;
import static fr.badgesiae.schemas.samples.Ob2Case.signed;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;
import static fr.badgesiae.schemas.samples.Ob2Case.soundSigned;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Badges of Open Badges 2.0 that name one resource by two addresses: http for https, or another path of the host. */
final class Ob2AddressSamples {
    private static final String FOUND = "WARNING proof.hosted-address-differs";
    private static final String FOUND_ISSUER = "WARNING issuer.address-differs";

    private Ob2AddressSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                hosted("ob2-http-address")
                        .shown(a -> a.put("id", plain(a.path("id").asText())).put("badge", plain(Ob2Case.BADGE)))
                        .json(
                                "the copy was made when the site had no https",
                                soundHosted().but("PROOF", FOUND)),
                hosted("ob2-http-address-as-declared")
                        .shown(a -> a.put("id", plain(a.path("id").asText())))
                        .served(a -> a.put("id", plain(a.path("id").asText())))
                        .json(
                                "the site has https and still declares http",
                                soundHosted().but("PROOF", FOUND)),
                hosted("ob2-http-declared")
                        .served(a -> a.put("id", plain(a.path("id").asText())))
                        .json("named by https, declared by http", soundHosted().but("PROOF", FOUND)),
                hosted("ob2-http-address-of-another-port")
                        .shown(a -> a.put("id", "http://ob2.example:8080/assertions/1"))
                        .json(
                                "http on another port has no https counterpart",
                                soundHosted().unproven("FAILED proof.hosted-out-of-scope")),
                hosted("ob2-http-badge-class")
                        .with(a -> a.put("badge", plain(Ob2Case.BADGE)))
                        .json("the BadgeClass is named by http", soundHosted().but("ISSUER", FOUND_ISSUER)),
                hosted("ob2-http-issuer")
                        .badge(b -> b.put("issuer", plain(Ob2Case.ISSUER)))
                        .json("the issuer is named by http", soundHosted().but("ISSUER", FOUND_ISSUER)),
                signed("ob2-signed-http-key")
                        .profile(p -> {
                            p.put("publicKey", plain(HOST + "/keys/ob2-signed-http-key"));
                            p.remove("revocationList");
                        })
                        .publish(HOST + "/keys/ob2-signed-http-key", key("ob2-signed-http-key"))
                        .with(a -> a.withObject("/verification").put("creator", HOST + "/keys/ob2-signed-http-key"))
                        .jws(
                                "the issuer lists its key by http, the badge names it by https",
                                soundSigned()
                                        .but("PROOF", "WARNING proof.key-address-differs")
                                        .but("STATUS", "NOT_APPLICABLE status.none")),
                moved("ob2-moved-address", true, soundHosted().but("PROOF", FOUND)),
                moved(
                        "ob2-moved-address-not-confirmed",
                        false,
                        soundHosted().unproven("INCONCLUSIVE proof.hosted-id-not-confirmed")),
                hosted("ob2-moved-badge-class")
                        .with(a -> a.put("badge", HOST + "/anciens/badges/ob2-moved-badge-class"))
                        .publish(HOST + "/anciens/badges/ob2-moved-badge-class", Ob2Case.badgeClass())
                        .json(
                                "the BadgeClass declares another address of the host, where it is",
                                soundHosted().but("ISSUER", FOUND_ISSUER)),
                hosted("ob2-moved-issuer")
                        .badge(b -> b.put("issuer", HOST + "/anciens/emetteurs/ob2-moved-issuer"))
                        .publish(HOST + "/anciens/emetteurs/ob2-moved-issuer", Ob2Case.profile())
                        .json(
                                "the Profile declares another address of the host, where it is",
                                soundHosted().but("ISSUER", FOUND_ISSUER)));
    }

    private static String plain(String https) {
        return https.replace("https://", "http://");
    }

    private static ObjectNode key(String name) {
        return Ob2Case.key(HOST + "/keys/" + name).put("owner", plain(HOST + "/issuers/" + name));
    }

    /** An assertion that declares an id elsewhere on its host. */
    private static Ob2Sample moved(String name, boolean declaresItself, Expected expected) {
        String id = HOST + "/nouvelles/" + name;
        Ob2Case made = hosted(name).served(a -> a.put("id", id));
        ObjectNode there = Ob2Case.assertion(declaresItself ? id : HOST + "/nouvelles/autre");
        String about = declaresItself
                ? "the assertion declares another address of the host, where it is"
                : "the assertion declares another address of the host, where another one is";
        return made.publish(id, there).json(about, expected);
    }
}
