package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Badges of the data model 1.1 with an embedded proof or as VC-JWT: in force, expired, revoked. */
final class Vc11Samples {
    private static final String OTHERS = "retraits-1";
    private static final String THIS = "retraits-badge";
    private static final String PAST = "2026-11-01T08:00:00Z";
    private static final String EXPIRED = "FAILED validity-period.expired";
    private static final String REVOKED = "FAILED status.revoked";

    private Vc11Samples() {}

    static List<Made> all() {
        return List.of(
                embedded("valid-vc11", "VC 1.1, eddsa-rdfc-2022, in force", OTHERS, b -> {}, Expected.sound()),
                embedded(
                        "vc11-expired",
                        "VC 1.1, ended a fortnight ago",
                        OTHERS,
                        b -> b.put("expirationDate", PAST),
                        Expected.sound().but("VALIDITY_PERIOD", EXPIRED)),
                embedded(
                        "vc11-revoked",
                        "VC 1.1, listed in the 1EdTech revocation list",
                        THIS,
                        b -> {},
                        Expected.sound().but("STATUS", REVOKED)),
                embedded(
                        "vc11-issuer-image-text",
                        "VC 1.1, the issuer’s image is a text",
                        OTHERS,
                        b -> b.withObject("/issuer").put("image", "https://badges.example/i.png"),
                        Expected.sound().but("SCHEMA", "FAILED schema.does-not-conform")),
                token(
                        "jwt-vc11-expired",
                        "VC 1.1 in the claim vc, ended a fortnight ago",
                        OTHERS,
                        b -> b.put("expirationDate", PAST),
                        Expected.sound().but("VALIDITY_PERIOD", EXPIRED)),
                token(
                        "jwt-vc11-revoked",
                        "VC 1.1 in the claim vc, listed in the 1EdTech revocation list",
                        THIS,
                        b -> {},
                        Expected.sound().but("STATUS", REVOKED)));
    }

    private static ObjectNode unsigned(String list, Consumer<ObjectNode> change) {
        ObjectNode badge = Badge.unsigned();
        badge.withArray("@context").set(0, "https://www.w3.org/2018/credentials/v1");
        badge.set("issuanceDate", badge.remove("validFrom"));
        badge.set("expirationDate", badge.remove("validUntil"));
        Badge.status(badge).removeAll().put("id", StatusLists.url(list)).put("type", "1EdTechRevocationList");
        ObjectNode schema = (ObjectNode) badge.at("/credentialSchema/0");
        schema.put("id", schema.get("id").asText().replace("_achievement", "_anyachievement"));
        change.accept(badge);
        return badge;
    }

    private static Made embedded(
            String name, String about, String list, Consumer<ObjectNode> change, Expected expected) {
        ObjectNode badge = unsigned(list, change);
        badge.withArray("@context").add("https://w3id.org/security/data-integrity/v2");
        ObjectNode signed = DataIntegrity.sign(badge, Issuers.ATELIER_ED, Issuers.ATELIER_ED_METHOD, Badge.CREATED);
        return Made.json(name, about, signed, expected);
    }

    private static Made token(String name, String about, String list, Consumer<ObjectNode> change, Expected expected) {
        ObjectNode badge = unsigned(list, change);
        ObjectNode payload = Jws.payload(badge.deepCopy()
                .put("validFrom", badge.get("issuanceDate").asText())
                .put("validUntil", badge.get("expirationDate").asText()));
        payload.retain("iss", "jti", "nbf", "sub", "exp");
        payload.set("vc", badge);
        return Made.text(name + ".jwt", about, JwtSamples.signed(payload), expected);
    }
}
