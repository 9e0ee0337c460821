package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Embedded proofs that are wrong, or made with a key that is not the issuer’s. */
final class KeySamples {
    private static final String NOT_LISTED = "FAILED proof.key-not-listed-by-issuer";

    private KeySamples() {}

    static List<Made> all() {
        return List.of(
                made(
                        "wrong-key",
                        "names the issuer’s key, signed with another",
                        with(Issuers.INTRUDER_ED, Issuers.ATELIER_ED_METHOD),
                        "FAILED proof.signature-invalid"),
                made(
                        "key-not-listed-by-issuer",
                        "a sound signature by somebody else’s key",
                        with(Issuers.INTRUDER_ED, Issuers.INTRUDER + "#ed25519-1"),
                        NOT_LISTED),
                made(
                        "key-in-fragment-not-listed",
                        "the key is in the fragment of the issuer’s id, and not in its document",
                        with(Issuers.INTRUDER_ED, Issuers.ATELIER + "#" + Issuers.INTRUDER_ED.multikey()),
                        NOT_LISTED),
                made(
                        "key-not-for-assertion",
                        "listed by the issuer for authentication only",
                        with(Issuers.SIGN_IN, Issuers.ATELIER + "#connexion-1"),
                        "FAILED proof.key-not-for-assertion"),
                made(
                        "key-revoked",
                        "listed with a revoked date before the signature",
                        with(Issuers.OLD, Issuers.ATELIER + "#ed25519-0"),
                        "FAILED proof.key-revoked"),
                made(
                        "key-named-another-of-the-issuer",
                        "names a key of the issuer, signed with another of its keys",
                        proof(KeyRing.ED2020, KeyRing.method("ed25519-1")),
                        "FAILED proof.signature-invalid"),
                made(
                        "key-named-that-is-not-there",
                        "signed by the issuer, names a key that its document does not have",
                        proof(KeyRing.ED, KeyRing.method("ed25519-9")),
                        NOT_LISTED),
                made(
                        "key-named-of-another",
                        "signed by the issuer, names somebody else’s key",
                        proof(KeyRing.ED, Issuers.INTRUDER + "#ed25519-1"),
                        NOT_LISTED),
                made(
                        "key-named-out-of-reach",
                        "signed by the issuer, names a key that cannot be fetched",
                        proof(KeyRing.ED, Issuers.ABSENT + "#ed25519-1"),
                        "INCONCLUSIVE proof.issuer-keys-unreachable"),
                made(
                        "key-expired",
                        "listed with an end that is past",
                        proof(KeyRing.LAPSED, KeyRing.method("perimee")),
                        "FAILED proof.key-expired"),
                withoutKeys(),
                unreachable(),
                made(
                        "unknown-suite",
                        "a cryptosuite that nobody knows",
                        proof("cryptosuite", "exemple-rdfc-2099"),
                        "INCONCLUSIVE proof.suite-not-examined"),
                made(
                        "unknown-proof-type",
                        "a proof type that nobody knows",
                        proof("type", "ExempleProof2099"),
                        "INCONCLUSIVE proof.suite-not-examined"),
                made("proof-missing", "no proof at all", Badge.unsigned(), "FAILED proof.missing"),
                made("proof-purpose-wrong", "signed, but for authentication", purpose(), "FAILED proof.wrong-purpose"),
                made(
                        "proof-value-corrupt",
                        "one character of the signature changed",
                        corrupt(),
                        "FAILED proof.signature-invalid"),
                made(
                        "proof-value-not-multibase",
                        "a signature in no multibase",
                        proof("proofValue", "AAAA"),
                        "FAILED proof.signature-malformed"),
                made(
                        "proof-created-changed",
                        "another creation date in the proof",
                        proof("created", "2026-10-02T08:00:05Z"),
                        "FAILED proof.signature-invalid"));
    }

    private static Made made(String name, String about, ObjectNode badge, String answer) {
        return Made.json(name, about, badge, Expected.sound().unproven(answer));
    }

    private static ObjectNode with(EdKey key, String method) {
        return DataIntegrity.sign(Badge.unsigned(), key, method, Badge.CREATED);
    }

    private static ObjectNode proof(EdKey key, String method) {
        return DataIntegrity.sign(SuiteProofs.badge(), key, method, Badge.CREATED);
    }

    private static ObjectNode proof(String member, String value) {
        ObjectNode badge = Badge.signed(b -> {});
        ((ObjectNode) badge.get("proof")).put(member, value);
        return badge;
    }

    private static ObjectNode purpose() {
        ObjectNode options =
                DataIntegrity.options(Issuers.ATELIER_ED_METHOD, Badge.CREATED).put("proofPurpose", "authentication");
        return DataIntegrity.sign(Badge.unsigned(), Issuers.ATELIER_ED, options);
    }

    private static ObjectNode corrupt() {
        ObjectNode badge = Badge.signed(b -> {});
        String value = badge.at("/proof/proofValue").asText();
        char other = value.charAt(20) == '2' ? '3' : '2';
        ((ObjectNode) badge.get("proof")).put("proofValue", value.substring(0, 20) + other + value.substring(21));
        return badge;
    }

    private static Made withoutKeys() {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, Issuers.WITHOUT_KEYS, "Association Sans Clé"));
        String method = Issuers.WITHOUT_KEYS + "#ed25519-1";
        return Made.json(
                "issuer-document-without-keys",
                "the issuer’s document publishes no key",
                DataIntegrity.sign(badge, Issuers.INTRUDER_ED, method, Badge.CREATED),
                Expected.sound().unproven("INCONCLUSIVE proof.issuer-publishes-no-keys"));
    }

    private static Made unreachable() {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, Issuers.ABSENT, "Association Absente"));
        String method = Issuers.ABSENT + "#ed25519-1";
        return Made.json(
                "issuer-document-unreachable",
                "the issuer’s document cannot be fetched",
                DataIntegrity.sign(badge, Issuers.INTRUDER_ED, method, Badge.CREATED),
                Expected.sound()
                        .but("ISSUER", "INCONCLUSIVE issuer.document-unreachable")
                        .unproven("INCONCLUSIVE"));
    }
}
