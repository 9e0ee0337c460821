package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Badges in envelopes and presentations (VC Data Model 2.0, 4.12 and 4.13; VC JOSE COSE, 3.1; VC Data Model 1.1, 6.3.1). */
final class PresentationSamples {
    private static final String JWT_TYPE = "application/vc+jwt";
    private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

    private PresentationSamples() {}

    static List<Made> all() {
        return List.of(
                sound("enveloped-jwt", "a VC-JWT in an envelope", enveloped("data:" + JWT_TYPE + "," + jwt())),
                sound(
                        "enveloped-json-base64",
                        "signed JSON in an envelope, base64",
                        enveloped("data:application/vc+ld+json;charset=utf-8;base64,"
                                + Base64.getEncoder().encodeToString(utf8(json())))),
                sound(
                        "enveloped-json-percent",
                        "signed JSON in an envelope, percent-encoded",
                        enveloped("data:application/vc," + percent(json()))),
                sound("presented", "one badge in a presentation without signature", presentation(badge())),
                sound("presented-jwt", "a presentation of a VC-JWT as text", presentation(TextNode.valueOf(jwt()))),
                sound("presented-enveloped", "a presentation of an enveloped badge", presentation(envelope())),
                sound(
                        "presentation-enveloped",
                        "an envelope around a presentation that holds an envelope",
                        envelopedPresentation(presentation(envelope()))),
                Made.json(
                        "presented-tampered",
                        "a badge changed inside a sound presentation",
                        presentation(Badge.tampered(b -> b.put("name", "Diriger une équipe"))),
                        Expected.sound().unproven("FAILED proof.signature-invalid")),
                Made.json(
                        "enveloped-tampered",
                        "a VC-JWT changed in its envelope",
                        enveloped("data:" + JWT_TYPE + "," + forged()),
                        Expected.sound().unproven("FAILED proof.signature-invalid")),
                unread("presented-two", "two badges", presentation(badge(), envelope()), "several-badges")
                        .holding(Expected.sound(), Expected.sound()),
                unread(
                                "presented-beside-other",
                                "a credential that is no badge, and a badge",
                                presentation(other(), badge()),
                                "several-badges")
                        .holding(ofOther(), Expected.sound()),
                unread("presented-no-badge", "two credentials, neither a badge", others(), "several-badges")
                        .holding(ofOther(), ofOther()),
                unread("presented-too-many", "twenty-one badges", crowd(), "too-many-badges"),
                unread("presented-too-deep", "envelope around envelope", deep(), "wrapped-too-deep"),
                unread(
                        "enveloped-cose",
                        "an envelope of a type that is not read",
                        enveloped("data:application/vc+cose;base64,0oRDoQEm"),
                        "envelope-type-not-examined"),
                refused("presented-nothing", "no credential at all", presentation(), "presentation-empty"),
                refused(
                        "enveloped-address",
                        "an envelope that names an address instead of holding a badge",
                        enveloped("https://badges.example/credentials/7K2MX0Q9TDWE"),
                        "envelope-malformed"),
                refused(
                        "enveloped-half-percent",
                        "an envelope with half an escape",
                        enveloped("data:application/vc,%7B%2"),
                        "envelope-malformed"));
    }

    private static Made sound(String name, String about, ObjectNode document) {
        return Made.json("valid-" + name, about, document, Expected.sound());
    }

    private static Made unread(String name, String about, ObjectNode document, String reason) {
        return Made.json(name, about, document, Expected.unread("INCONCLUSIVE format." + reason));
    }

    private static Made refused(String name, String about, ObjectNode document, String reason) {
        return Made.json(name, about, document, Expected.unread("FAILED format." + reason));
    }

    static ObjectNode badge() {
        return Badge.signed(unchanged -> {});
    }

    static String jwt() {
        return JwtSamples.signed(Jws.payload(Badge.unsigned()));
    }

    private static String json() {
        return Json.compact(badge());
    }

    private static String forged() {
        String[] parts = jwt().split("\\.", -1);
        ObjectNode other = Jws.payload(Badge.unsigned(b -> b.put("name", "Diriger une équipe")));
        return parts[0] + "." + Jws.part(Json.compact(other)) + "." + parts[2];
    }

    /** A credential of another kind, soundly signed. */
    static ObjectNode other() {
        return Badge.signed(ShapeSamples::notABadge);
    }

    static Expected ofOther() {
        return Expected.soundWithoutStatus().but("SCHEMA", "FAILED schema.not-a-badge");
    }

    private static ObjectNode others() {
        return presentation(other(), other());
    }

    static ObjectNode envelope() {
        return enveloped("data:" + JWT_TYPE + "," + jwt());
    }

    static ObjectNode enveloped(String url) {
        return Json.object("{}").put("@context", CONTEXT).put("id", url).put("type", "EnvelopedVerifiableCredential");
    }

    private static ObjectNode envelopedPresentation(ObjectNode presentation) {
        return enveloped("data:application/vp+ld+json;base64,"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(Json.compact(presentation))))
                .put("type", "EnvelopedVerifiablePresentation");
    }

    static ObjectNode presentation(JsonNode... credentials) {
        ObjectNode presentation = Json.object("{}");
        presentation.putArray("@context").add(CONTEXT);
        presentation.putArray("type").add("VerifiablePresentation");
        presentation.put("holder", Issuers.didKey(Issuers.HOLDER));
        presentation.putArray("verifiableCredential").addAll(List.of(credentials));
        return presentation;
    }

    private static ObjectNode crowd() {
        ObjectNode presentation = presentation();
        for (int i = 0; i < 21; i++) {
            presentation.withArray("verifiableCredential").add(other().put("id", "urn:example:" + i));
        }
        return presentation;
    }

    private static ObjectNode deep() {
        ObjectNode around = envelope();
        for (int i = 0; i < 3; i++) {
            around = enveloped("data:application/vc+ld+json;base64,"
                    + Base64.getEncoder().encodeToString(utf8(Json.compact(around))));
        }
        return around;
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
