package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Badges with a wrong structure or context, correctly signed where possible, and input that is no badge. */
final class ShapeSamples {
    private static final String VC = "https://www.w3.org/ns/credentials/v2";
    private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/";

    private ShapeSamples() {}

    static List<Made> all() {
        return List.of(
                shape("achievement-missing", "no achievement", b -> subject(b).remove("achievement")),
                shape(
                        "achievement-name-missing",
                        "an achievement without a name",
                        b -> achievement(b).remove("name")),
                shape(
                        "criteria-missing",
                        "an achievement without criteria",
                        b -> achievement(b).remove("criteria")),
                untyped(
                        "issuer-missing-type",
                        "an issuer without a type",
                        b -> ((ObjectNode) b.get("issuer")).remove("type")),
                untyped("subject-type-wrong", "the subject has another type", b -> retype(subject(b), "Profile")),
                untyped(
                        "achievement-type-wrong",
                        "the achievement has another type",
                        b -> retype(achievement(b), "Alignment")),
                Made.json(
                        "valid-two-statuses",
                        "two statuses in a list",
                        Badge.signed(ShapeSamples::twoStatuses),
                        Expected.sound()),
                shape(
                                "date-without-zone",
                                "a start without a time zone",
                                b -> b.put("validFrom", "2026-10-01T08:00:00"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.not-a-date"),
                shape(
                                "subject-not-identified",
                                "the subject has neither id nor identifier",
                                b -> subject(b).remove("id"))
                        .expecting("SCHEMA", "FAILED schema.subject-not-identified"),
                shape("not-a-badge", "a credential that is no badge", ShapeSamples::notABadge)
                        .expecting("SCHEMA", "FAILED schema.not-a-badge")
                        .expecting("STATUS", "NOT_APPLICABLE status.none"),
                shape(
                                "not-a-badge-expired",
                                "a credential that is no badge, and ended a fortnight ago",
                                ShapeSamples::expiredOther)
                        .expecting("SCHEMA", "FAILED schema.not-a-badge")
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.expired")
                        .expecting("STATUS", "NOT_APPLICABLE status.none"),
                unknownContext(),
                contexts(
                        "context-order-wrong",
                        "the Open Badges context is not the second",
                        true,
                        VC,
                        OB + "extensions.json",
                        OB + "context-3.0.3.json"),
                contexts(
                        "context-clash",
                        "a context that redefines protected terms",
                        false,
                        VC,
                        OB + "context.json",
                        OB + "extensions.json"),
                text("duplicate-key.json", "a member written twice", duplicate(), "FAILED format.duplicate-key"),
                text("not-json.json", "text that is no JSON", "{ \"id\": ", "FAILED format.not-json"),
                text(
                        "not-a-credential.json",
                        "JSON that is no credential",
                        "{ \"bonjour\": true }\n",
                        "FAILED format.not-a-credential"),
                text("empty.txt", "an empty file", "", "FAILED format.empty"),
                text("blank.txt", "blanks alone", " \n\n", "FAILED format.empty"),
                text("gif.gif", "the start of a GIF", "GIF89a.....", "INCONCLUSIVE format.image-type-not-examined"),
                text(
                        "web-page.html",
                        "a web page that asks for a log-in",
                        "<!doctype html><title>Sign in</title><form>login</form>\n",
                        "FAILED format.web-page"),
                text(
                        "web-page-part.html",
                        "part of a web page, after a comment",
                        "<!-- made by a tool -->\n<head><meta charset=\"utf-8\"></head>\n",
                        "FAILED format.web-page"),
                text("too-deep.json", "lists in lists, deeper than the limit", deep(), "INCONCLUSIVE format.too-deep"),
                text("not-a-jws.jwt", "three parts that decode to nothing", "abc.def.ghi", "FAILED"));
    }

    private static Made shape(String name, String about, Consumer<ObjectNode> change) {
        return Made.json(
                name, about, Badge.signed(change), Expected.sound().but("SCHEMA", "FAILED schema.does-not-conform"));
    }

    /** Terms defined by one type are undefined under another, so that the signature does not cover them. */
    private static Made untyped(String name, String about, Consumer<ObjectNode> change) {
        Made made = shape(name, about, change);
        made.expected().but("CONTEXT", "FAILED context.undefined-term").unproven("FAILED proof.document-unsafe");
        return made;
    }

    private static Made text(String file, String about, String text, String answer) {
        return Made.text(file, about, text, Expected.unread(answer));
    }

    private static void retype(ObjectNode node, String type) {
        node.putArray("type").add(type);
    }

    private static void twoStatuses(ObjectNode badge) {
        ObjectNode status = Badge.status(badge);
        ObjectNode second = status.deepCopy()
                .put("id", StatusLists.url("atelier-2") + "#4821")
                .put("statusPurpose", "suspension")
                .put("statusListCredential", StatusLists.url("atelier-2"));
        badge.putArray("credentialStatus").add(status).add(second);
    }

    private static void expiredOther(ObjectNode badge) {
        notABadge(badge);
        badge.put("validUntil", "2026-11-01T08:00:00Z");
    }

    static void notABadge(ObjectNode badge) {
        badge.putArray("type").add("VerifiableCredential");
        badge.remove(List.of("credentialSchema", "credentialStatus", "awardedDate", "image"));
        ObjectNode subject =
                Json.object("{}").put("id", subject(badge).get("id").asText());
        badge.set("credentialSubject", subject.put("name", "Camille Exemple"));
    }

    private static Made unknownContext() {
        ObjectNode badge = Badge.tampered(b -> b.withArray("@context").add("https://mots.example/contexte.json"));
        return Made.json(
                "unknown-context",
                "a context that is in no catalogue",
                badge,
                Expected.sound()
                        .but("CONTEXT", "INCONCLUSIVE context.unknown")
                        .unproven("INCONCLUSIVE proof.document-unsafe"));
    }

    private static Made contexts(String name, String about, boolean signable, String... urls) {
        ObjectNode badge = Badge.tampered(b -> {
            b.putArray("@context");
            List.of(urls).forEach(b.withArray("@context")::add);
        });
        Expected expected = Expected.sound();
        if (signable) {
            badge.remove("proof");
            badge = DataIntegrity.sign(badge, Issuers.ATELIER_ED, Issuers.ATELIER_ED_METHOD, Badge.CREATED);
            return Made.json(
                    name,
                    about,
                    badge,
                    expected.but("CONTEXT", "FAILED context.order-wrong")
                            .but("SCHEMA", "FAILED schema.does-not-conform"));
        }
        return Made.json(
                name,
                about,
                badge,
                expected.but("CONTEXT", "FAILED context.clash").unproven("FAILED proof.document-unsafe"));
    }

    private static String duplicate() {
        String text = Json.pretty(Badge.signed(b -> {}));
        return text.replaceFirst("\"name\"", "\"name\" : \"Diriger une équipe\",\n  \"name\"");
    }

    private static String deep() {
        byte[] open = new byte[80];
        java.util.Arrays.fill(open, (byte) '[');
        String lists = new String(open, StandardCharsets.US_ASCII);
        return "{ \"type\": [\"VerifiableCredential\"], \"a\": " + lists + "]".repeat(80) + " }\n";
    }
}
