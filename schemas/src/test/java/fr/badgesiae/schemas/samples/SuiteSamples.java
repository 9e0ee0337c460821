package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.SuiteProofs.badge;
import static fr.badgesiae.schemas.samples.SuiteProofs.options;
import static fr.badgesiae.schemas.samples.SuiteProofs.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Valid and invalid badges signed by each suite. */
final class SuiteSamples {
    private static final String SUITE_2020 = "https://w3id.org/security/suites/ed25519-2020/v1";
    private static final String INVALID = "FAILED proof.signature-invalid";

    private SuiteSamples() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>();
        all.add(valid("eddsa-jcs-2022", "eddsa-jcs-2022", KeyRing.ED, "ed25519-1"));
        all.add(valid("ecdsa-jcs-2019-p256", "ecdsa-jcs-2019", KeyRing.P256, "p256-1"));
        all.add(valid("ecdsa-jcs-2019-p384", "ecdsa-jcs-2019", KeyRing.P384, "p384-1"));
        all.add(valid("ecdsa-rdfc-2019-p256", "ecdsa-rdfc-2019", KeyRing.P256, "p256-1"));
        all.add(valid("ecdsa-rdfc-2019-p384", "ecdsa-rdfc-2019", KeyRing.P384, "p384-1"));
        all.add(Made.json(
                "valid-ed25519signature2020",
                "the older proof type Ed25519Signature2020",
                signature2020(Badge.CREATED),
                Expected.soundWithoutStatus()));
        all.addAll(jcs());
        all.addAll(wrong());
        all.addAll(dates());
        return all;
    }

    /** Dates of a proof that are no date-times: signed as they are. */
    private static List<Made> dates() {
        ObjectNode undated = options("eddsa-jcs-2022", "ed25519-1").put("created", "hier");
        ObjectNode numbered = options("eddsa-jcs-2022", "ed25519-1").put("created", 2026);
        ObjectNode day = sign(badge(), KeyRing.ED, of("eddsa-rdfc-2022", "created", "2026-10-01"));
        return List.of(
                misdated(
                        "proof-created-not-a-date",
                        "the proof was created at no date",
                        sign(badge(), KeyRing.ED, undated)),
                misdated(
                        "proof-created-number",
                        "the proof was created at a number",
                        sign(badge(), KeyRing.ED, numbered)),
                misdated("proof-created-day-rdfc", "the proof was created on a day", day),
                misdated(
                        "proof-created-day-jcs",
                        "the proof was created on a day, JCS",
                        sign(badge(), KeyRing.ED, of("eddsa-jcs-2022", "created", "2026-10-01"))),
                misdated(
                        "proof-created-day-2020",
                        "the proof was created on a day, Ed25519Signature2020",
                        signature2020("2026-10-01")),
                Made.json(
                        "proof-created-day-tampered",
                        "created on a day, and changed since",
                        tampered(day),
                        misdated().unproven(INVALID)),
                Made.json(
                        "proof-expires-day-to-come",
                        "the proof ends on a day to come",
                        sign(badge(), KeyRing.ED, of("eddsa-rdfc-2022", "expires", "2028-10-01")),
                        misdated().unproven("INCONCLUSIVE proof.not-a-date")),
                Made.json(
                        "proof-expires-day-past",
                        "the proof ended on a day gone by",
                        sign(badge(), KeyRing.ED, of("eddsa-jcs-2022", "expires", "2026-11-01")),
                        misdated().unproven("FAILED proof.expired")));
    }

    private static ObjectNode of(String suite, String date, String value) {
        return options(suite, "ed25519-1").put(date, value);
    }

    private static Made misdated(String name, String about, ObjectNode badge) {
        return Made.json(name, about, badge, misdated().but("PROOF", "WARNING proof.not-a-date"));
    }

    private static Expected misdated() {
        return Expected.soundWithoutStatus().but("SCHEMA", "FAILED schema.does-not-conform");
    }

    private static Made valid(String name, String suite, JwsKey key, String fragment) {
        return Made.json(
                "valid-" + name,
                suite + " by a key of " + key.algorithm(),
                sign(badge(), key, options(suite, fragment)),
                Expected.soundWithoutStatus());
    }

    private static ObjectNode signature2020(String created) {
        ObjectNode badge = badge();
        badge.withArray("@context").add(SUITE_2020);
        ObjectNode options =
                options("", "ed25519-2020").put("type", "Ed25519Signature2020").put("created", created);
        options.remove("cryptosuite");
        return sign(badge, KeyRing.ED2020, options);
    }

    private static List<Made> jcs() {
        ObjectNode undefined = badge().put("mention", "Très bien");
        ObjectNode withContext = options("eddsa-jcs-2022", "ed25519-1");
        ObjectNode first = badge();
        first.withArray("@context").remove(2);
        withContext.set("@context", first.get("@context"));
        ObjectNode grown = sign(first, KeyRing.ED, withContext);
        grown.set("@context", badge().get("@context"));
        ObjectNode swapped = sign(badge(), KeyRing.ED, withContextOf(badge()));
        swapped.withArray("@context").remove(2);
        ObjectNode relative = options("eddsa-jcs-2022", "ed25519-1").put("verificationMethod", "#ed25519-1");
        ObjectNode embedded = options("eddsa-jcs-2022", "ed25519-1");
        embedded.putObject("verificationMethod")
                .put("id", KeyRing.method("ed25519-1"))
                .put("type", "Multikey")
                .put("controller", KeyRing.DID)
                .put("publicKeyMultibase", KeyRing.ED.multikey());
        return List.of(
                Made.json(
                        "jcs-undefined-property",
                        "a property that no context defines, covered by a JCS proof",
                        sign(undefined, KeyRing.ED, options("eddsa-jcs-2022", "ed25519-1")),
                        Expected.soundWithoutStatus().but("CONTEXT", "WARNING context.undefined-term")),
                Made.json(
                        "valid-jcs-context-added",
                        "a context added after signing; the proof says which ones were signed",
                        grown,
                        Expected.soundWithoutStatus()),
                Made.json(
                        "jcs-context-differs",
                        "the proof was made under more contexts than the badge has",
                        swapped,
                        Expected.soundWithoutStatus()
                                .but("CONTEXT", "WARNING")
                                .unproven("FAILED proof.context-differs")),
                Made.json(
                        "valid-jcs-method-relative",
                        "the key by its fragment only",
                        sign(badge(), KeyRing.ED, relative),
                        Expected.soundWithoutStatus()),
                Made.json(
                        "jcs-method-embedded",
                        "the verification method inside the proof",
                        sign(badge(), KeyRing.ED, embedded),
                        Expected.soundWithoutStatus().but("SCHEMA", "FAILED schema.does-not-conform")));
    }

    private static ObjectNode withContextOf(ObjectNode badge) {
        ObjectNode options = options("eddsa-jcs-2022", "ed25519-1");
        options.set("@context", badge.get("@context"));
        return options;
    }

    private static List<Made> wrong() {
        ObjectNode jcs = sign(badge(), KeyRing.ED, options("eddsa-jcs-2022", "ed25519-1"));
        ObjectNode p384 = sign(badge(), KeyRing.P384, options("ecdsa-rdfc-2019", "p384-1"));
        ObjectNode renamed = jcs.deepCopy();
        renamed.withObject("/proof").put("cryptosuite", "eddsa-rdfc-2022");
        ObjectNode base64 = p384.deepCopy();
        base64.withObject("/proof").put("proofValue", "uAAAA");
        ObjectNode expires = options("eddsa-rdfc-2022", "ed25519-1").put("expires", "2026-11-01T00:00:00Z");
        ObjectNode nobody = options("eddsa-jcs-2022", "ed25519-1");
        nobody.remove("verificationMethod");
        return List.of(
                failed("tampered-jcs", "another name, under a JCS proof", tampered(jcs), INVALID),
                failed("tampered-ecdsa-rdfc-p384", "another name, under a P-384 proof", tampered(p384), INVALID),
                failed(
                        "ecdsa-rdfc-p384-sha256",
                        "signed with P-384 over SHA-256 hashes",
                        sign(badge(), KeyRing.P384, options("ecdsa-rdfc-2019", "p384-1"), "SHA-256"),
                        INVALID),
                failed(
                        "ecdsa-curve-of-another-key",
                        "a P-256 signature under the name of the P-384 key",
                        sign(badge(), EcKey.of("intruder p-256"), options("ecdsa-rdfc-2019", "p384-1")),
                        INVALID),
                failed("jcs-proof-renamed", "a JCS proof that calls itself RDFC", renamed, INVALID),
                failed(
                        "ecdsa-proof-value-base64url",
                        "a signature in another multibase",
                        base64,
                        "FAILED proof.signature-malformed"),
                failed(
                        "proof-expired",
                        "the proof ended before today",
                        sign(badge(), KeyRing.ED, expires),
                        "FAILED proof.expired"),
                failed(
                        "proof-without-method",
                        "the proof names no key",
                        sign(badge(), KeyRing.ED, nobody),
                        "FAILED proof.no-verification-method"));
    }

    static ObjectNode tampered(ObjectNode signed) {
        ObjectNode copy = signed.deepCopy();
        Badge.achievement(copy).put("name", "Diriger une équipe");
        return copy;
    }

    private static Made failed(String name, String about, ObjectNode badge, String answer) {
        return Made.json(name, about, badge, Expected.soundWithoutStatus().unproven(answer));
    }
}
