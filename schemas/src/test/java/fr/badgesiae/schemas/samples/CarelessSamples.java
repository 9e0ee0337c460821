package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Badges of a careless form, all soundly signed: the form fails, the signature holds, and no check is switched off. */
final class CarelessSamples {
    private static final String FORM = "FAILED schema.does-not-conform";
    private static final String DATE = "FAILED validity-period.not-a-date";

    private CarelessSamples() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>();
        all.addAll(texts());
        all.addAll(dates());
        all.addAll(nothing());
        all.addAll(lists());
        all.addAll(types());
        return all;
    }

    /** A text where the model has an object or a closed list. */
    private static List<Made> texts() {
        return List.of(
                form(
                        "issuer-image-as-text",
                        "the issuer's image is a text",
                        b -> issuer(b).put("image", Badge.HOST + "/i.png")),
                form(
                        "achievement-image-as-text",
                        "the achievement's image is a text",
                        b -> achievement(b).put("image", Badge.HOST + "/i.png")),
                form("image-as-text", "the credential's image is a text", b -> b.put("image", Badge.HOST + "/i.png")),
                form(
                        "achievement-kind-free",
                        "an achievement type of the writer's own",
                        b -> achievement(b).put("achievementType", "Skill badge")),
                form("issuer-image-as-text-expired", "a defect of form, and expired", b -> {
                            issuer(b).put("image", Badge.HOST + "/i.png");
                            b.put("validUntil", "2026-11-01T00:00:00Z");
                        })
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.expired"),
                form("subject-without-id-revoked", "no holder id, and revoked", b -> {
                            subject(b).remove("id");
                            revoked(Badge.status(b));
                        })
                        .expecting("SCHEMA", "FAILED schema.subject-not-identified")
                        .expecting("STATUS", "FAILED status.revoked"));
    }

    /** A day where the model has a date-time. */
    private static List<Made> dates() {
        return List.of(
                form("start-date-only", "a start that is a day", b -> b.put("validFrom", "2026-10-01"))
                        .expecting("VALIDITY_PERIOD", DATE),
                form("end-date-only", "an end that is a day to come", b -> b.put("validUntil", "2028-10-01"))
                        .expecting("VALIDITY_PERIOD", DATE),
                form("end-date-only-past", "an end that is a day gone by", b -> b.put("validUntil", "2026-11-01"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.expired"),
                form(
                                "start-date-only-expired",
                                "a start that is a day, and expired",
                                b -> b.put("validFrom", "2026-10-01").put("validUntil", "2026-11-01T00:00:00Z"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.expired"),
                form("awarded-date-only", "an award on a day", b -> b.put("awardedDate", "2026-10-01")),
                form(
                                "end-before-start-in-days",
                                "an end before the start, both days",
                                b -> b.put("validFrom", "2026-12-01").put("validUntil", "2026-11-30"))
                        .expecting("VALIDITY_PERIOD", DATE));
    }

    /** Null members and empty lists say nothing. */
    private static List<Made> nothing() {
        return List.of(
                nullAfterwards("null-id", "an id that is null", "/"),
                form("null-image", "an image that is null", b -> achievement(b).putNull("image")),
                form("null-end", "an end that is null", b -> b.putNull("validUntil")),
                form("null-end-of-list", "an end that is a list of nothing", b -> b.putArray("validUntil")),
                form("null-status", "a status that is null", b -> b.putNull("credentialStatus"))
                        .expecting("STATUS", "NOT_APPLICABLE status.none"),
                form("null-schema", "a schema that is null", b -> b.putNull("credentialSchema")),
                form("null-evidence", "evidence that is null", b -> b.putNull("evidence")),
                form(
                        "null-in-a-list",
                        "a tag that is null",
                        b -> achievement(b).withArray("tag").addNull()),
                nullAfterwards("null-subject-id", "a subject's id that is null", "/credentialSubject")
                        .expecting("SCHEMA", FORM),
                form("empty-evidence", "evidence that is an empty list", b -> b.putArray("evidence")),
                form("empty-status", "a status that is an empty list", b -> b.putArray("credentialStatus"))
                        .expecting("STATUS", "NOT_APPLICABLE status.none"));
    }

    /** A list of one where the model has one value. */
    private static List<Made> lists() {
        return List.of(
                form("issuer-list-of-one", "the issuer in a list", b -> listed(b, "issuer")),
                form("subject-list-of-one", "the subject in a list", b -> listed(b, "credentialSubject")),
                form("start-list-of-one", "the start in a list", b -> listed(b, "validFrom")),
                form(
                                "end-list-of-one-past",
                                "a past end in a list",
                                b -> listed(b.put("validUntil", "2026-11-01T00:00:00Z"), "validUntil"))
                        .expecting("VALIDITY_PERIOD", "FAILED validity-period.expired"),
                Made.json(
                        "valid-status-list-of-one",
                        "the status in a list",
                        Badge.signed(b -> listed(b, "credentialStatus")),
                        Expected.sound()),
                Made.json(
                        "status-list-of-one-revoked",
                        "a revoked status in a list",
                        Badge.signed(b -> {
                            revoked(Badge.status(b));
                            listed(b, "credentialStatus");
                        }),
                        Expected.sound().but("STATUS", "FAILED status.revoked")));
    }

    /** Another type than the check reads: it fails or stays open, and is never skipped. */
    private static List<Made> types() {
        return List.of(
                Made.json(
                        "issuer-two",
                        "two issuers",
                        Badge.signed(b -> {
                            ObjectNode one = issuer(b);
                            b.putArray("issuer").add(one).add(one.deepCopy().put("id", Issuers.JARDIN));
                        }),
                        Expected.sound()
                                .but("SCHEMA", FORM)
                                .but("ISSUER", "INCONCLUSIVE issuer.malformed")
                                .unproven("INCONCLUSIVE proof.issuer-missing")),
                form(
                                "issuer-type-free",
                                "an issuer of a type of the writer's own",
                                b -> issuer(b)
                                        .retain("id", "name")
                                        .putArray("type")
                                        .add("https://schema.org/Organization"))
                        .expecting("ISSUER", "WARNING issuer.type-wrong"),
                form("subject-as-text", "the subject is a text", b -> b.put("credentialSubject", "urn:uuid:1")),
                form("subject-two", "two subjects", b -> {
                    ObjectNode one = subject(b);
                    b.putArray("credentialSubject").add(one).add(one.deepCopy().put("id", "urn:uuid:2"));
                }),
                form("start-as-number", "the start is a number", b -> b.put("validFrom", 2026))
                        .expecting("VALIDITY_PERIOD", DATE),
                form(
                                "end-two",
                                "two ends",
                                b -> b.putArray("validUntil")
                                        .add("2026-11-01T00:00:00Z")
                                        .add("2028-10-01T08:00:00Z"))
                        .expecting("VALIDITY_PERIOD", DATE),
                form(
                                "status-as-text",
                                "the status is a text",
                                b -> b.put("credentialStatus", Badge.HOST + "/status/atelier-1#4821"))
                        .expecting("STATUS", "INCONCLUSIVE status.entry-malformed"),
                form(
                        "schema-as-text",
                        "the schema is a text",
                        b -> b.put("credentialSchema", Badge.HOST + "/schema.json")),
                Made.json(
                        "proof-as-text",
                        "the proof is a text",
                        Badge.tampered(b -> b.put("proof", "une signature")),
                        Expected.sound().but("SCHEMA", FORM).unproven("FAILED proof.signature-malformed")));
    }

    private static Made form(String name, String about, Consumer<ObjectNode> change) {
        return Made.json(name, about, Badge.signed(change), Expected.sound().but("SCHEMA", FORM));
    }

    /** JSON-LD writers refuse to sign a null id; a null that is added later says as little. */
    private static Made nullAfterwards(String name, String about, String pointer) {
        ObjectNode badge = Badge.signed(b -> at(b, pointer).remove("id"));
        at(badge, pointer).putNull("id");
        return Made.json(name, about, badge, Expected.sound().but("SCHEMA", FORM));
    }

    private static ObjectNode at(ObjectNode badge, String pointer) {
        return pointer.equals("/") ? badge : (ObjectNode) badge.at(pointer);
    }

    private static ObjectNode issuer(ObjectNode badge) {
        return (ObjectNode) badge.get("issuer");
    }

    private static void listed(ObjectNode badge, String member) {
        var value = badge.get(member);
        badge.putArray(member).add(value);
    }

    private static void revoked(ObjectNode status) {
        status.put("statusListIndex", StatusLists.REVOKED_INDEX)
                .put("id", StatusLists.url("atelier-1") + "#" + StatusLists.REVOKED_INDEX);
    }
}
