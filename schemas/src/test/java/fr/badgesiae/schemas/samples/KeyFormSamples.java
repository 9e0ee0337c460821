package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.SuiteProofs.badge;
import static fr.badgesiae.schemas.samples.SuiteProofs.options;
import static fr.badgesiae.schemas.samples.SuiteProofs.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Badges whose issuer lists its keys in each form and place, some of them without a clear answer. */
final class KeyFormSamples {
    private static final String NOT_LISTED = "FAILED proof.key-not-listed-by-issuer";

    private KeyFormSamples() {}

    static List<Made> all() {
        return List.of(
                ring("valid-key-ed25519-2020", "an Ed25519VerificationKey2020", KeyRing.ED2020, "ed25519-2020", null),
                ring("valid-key-ed25519-2018", "a key in base58, of 2018", KeyRing.ED2018, "ed25519-2018", null),
                ring("valid-key-json-web-key-2020", "a JsonWebKey2020", KeyRing.JWK2020, "jwk-2020", null),
                ring("valid-key-embedded-in-assertion", "listed in full", KeyRing.EMBEDDED, "incluse", null),
                ring("valid-key-revoked-later", "withdrawn after today", KeyRing.LATER, "plus-tard", null),
                ring(
                        "key-type-not-examined",
                        "a listed key of a kind that we cannot read",
                        Issuers.INTRUDER_ED,
                        "inconnue",
                        "INCONCLUSIVE proof.key-not-examined"),
                made(
                        "valid-did-key-p256",
                        "did:key, P-256",
                        didKey(KeyRing.P256),
                        didKeyMethod(KeyRing.P256),
                        KeyRing.P256),
                made(
                        "valid-did-key-p384",
                        "did:key, P-384",
                        didKey(KeyRing.P384),
                        didKeyMethod(KeyRing.P384),
                        KeyRing.P384),
                made(
                        "valid-did-jwk",
                        "did:jwk, P-256",
                        didJwk(KeyRing.P256),
                        didJwk(KeyRing.P256) + "#0",
                        KeyRing.P256),
                made(
                        "valid-did-web-port",
                        "did:web with a port",
                        KeyRing.PORT_DID,
                        KeyRing.PORT_DID + "#1",
                        KeyRing.ED),
                made(
                        "valid-key-under-https-issuer",
                        "a key’s address",
                        KeyRing.AUTRE,
                        KeyRing.AUTRE + "/keys/1",
                        KeyRing.P384),
                open(
                        "key-beside-https-issuer",
                        "a key’s address beside the issuer’s own",
                        KeyRing.AUTRE,
                        "https://autre.example/keys/1",
                        "INCONCLUSIVE proof.issuer-publishes-no-keys"),
                made(
                                "key-of-authority-only",
                                "a key of the issuer’s site that does not say whose it is",
                                KeyRing.AUTRE,
                                KeyRing.AUTRE + "#silencieuse",
                                KeyRing.ED)
                        .expecting("PROOF", "WARNING proof.key-of-authority-only"),
                open(
                                "did-method-unknown",
                                "a DID of a method that we do not know",
                                "did:example:atelier",
                                "did:example:atelier#1",
                                "INCONCLUSIVE proof.issuer-id-not-resolvable")
                        .expecting("ISSUER", "INCONCLUSIVE issuer.id-not-resolvable"),
                open(
                                "did-ebsi",
                                "a DID of a registry that we do not ask",
                                "did:ebsi:zvHWX359A3CvfJnCYaAiAde",
                                "did:ebsi:zvHWX359A3CvfJnCYaAiAde#1",
                                "INCONCLUSIVE proof.issuer-id-not-resolvable")
                        .expecting("ISSUER", "INCONCLUSIVE issuer.id-not-resolvable"),
                open(
                                "did-document-of-another",
                                "the issuer’s DID document is about another DID",
                                KeyRing.OTHER_ID_DID,
                                KeyRing.OTHER_ID_DID + "#p256-1",
                                "INCONCLUSIVE proof.issuer-publishes-no-keys")
                        .expecting("ISSUER", "FAILED issuer.document-id-differs"),
                open(
                        "did-key-of-another",
                        "issuer did:key, another did:key signed",
                        didKey(KeyRing.P384),
                        didKeyMethod(KeyRing.P256),
                        NOT_LISTED));
    }

    private static String didKey(EcKey key) {
        return "did:key:" + key.multikey();
    }

    private static String didKeyMethod(EcKey key) {
        return didKey(key) + "#" + key.multikey();
    }

    static String didJwk(JwsKey key) {
        return "did:jwk:" + Jws.part(key.jwk());
    }

    private static String suite(JwsKey key) {
        return key instanceof EdKey ? "eddsa-rdfc-2022" : "ecdsa-rdfc-2019";
    }

    private static Made ring(String name, String about, JwsKey key, String fragment, String answer) {
        ObjectNode badge = sign(badge(), key, options(suite(key), fragment));
        Expected expected = Expected.soundWithoutStatus();
        return Made.json(name, about, badge, answer == null ? expected : expected.unproven(answer));
    }

    private static Made made(String name, String about, String issuer, String method, JwsKey key) {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, issuer, "L’Autre"));
        ObjectNode options = DataIntegrity.options(method, Badge.CREATED).put("cryptosuite", suite(key));
        return Made.json(name, about, sign(badge, key, options), Expected.soundWithoutStatus());
    }

    /** Signed by the P-256 key, which does not decide the question. */
    private static Made open(String name, String about, String issuer, String method, String answer) {
        Made made = made(name, about, issuer, method, KeyRing.P256);
        made.expected().unproven(answer);
        return made;
    }
}
