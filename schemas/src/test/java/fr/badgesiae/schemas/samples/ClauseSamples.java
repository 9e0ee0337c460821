package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.SuiteProofs.badge;
import static fr.badgesiae.schemas.samples.SuiteProofs.options;
import static fr.badgesiae.schemas.samples.SuiteProofs.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Badges that break rarely broken clauses of the specifications, and a few that only seem to. */
final class ClauseSamples {
    private static final String JCS = "eddsa-jcs-2022";
    private static final String MALFORMED = "FAILED proof.signature-malformed";
    private static final String NOT_CONFORMING = "FAILED schema.does-not-conform";
    private static final String CERTIFICATE_KEY = KeyRing.AUTRE + "/keys/certificat";
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBeDCCAR+gAwIBAgIUS707kSHUP5ALtHNQPxkqc/cHpi0wCgYIKoZIzj0EAwIw
            EjEQMA4GA1UEAwwHTCBBdXRyZTAeFw0yNjExMjExMDQzMzFaFw0zNjExMTgxMDQz
            MzFaMBIxEDAOBgNVBAMMB0wgQXV0cmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
            AAQBdWAU+EibO5ndH+HZDZRYbDwgzKFVpyNdiC5f8Vv8BynajHpnSPJHOQEqMNtd
            q6oYxT2LyI9zKpZwj5arTfPxo1MwUTAdBgNVHQ4EFgQU2yI9Mhf1rV5mczCkkLlB
            CJUhvI0wHwYDVR0jBBgwFoAU2yI9Mhf1rV5mczCkkLlBCJUhvI0wDwYDVR0TAQH/
            BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBLRO7lD9Ob13pHE6kZrFLdlaezwniq
            ZS9Cbnrm4byGnAIgV5wrR02livvcMNQz0UWsnWIEpzzGHwTazugjsVbUl8w=
            -----END CERTIFICATE-----
            """;

    private ClauseSamples() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>(keys());
        all.addAll(proofs());
        all.addAll(tokens());
        all.addAll(shapes());
        all.addAll(withdrawn());
        return all;
    }

    static Map<String, String> published() {
        return Map.of(CERTIFICATE_KEY, CERTIFICATE);
    }

    /** Addresses that answer 410 Gone. */
    static List<String> gone() {
        List<String> gone = new ArrayList<>(Ob2CopySamples.gone());
        gone.add(Badge.HOST + "/issuers/ferme/did.json");
        gone.add(StatusLists.url("retiree"));
        return gone;
    }

    /** A 410 answer counts neither for nor against a badge. */
    private static List<Made> withdrawn() {
        String closed = "did:web:badges.example:issuers:ferme";
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, closed, "L’Atelier fermé"));
        ObjectNode listed = Badge.signed(b -> Badge.status(b)
                .put("id", StatusLists.url("retiree") + "#4821")
                .put("statusListCredential", StatusLists.url("retiree")));
        return List.of(
                unproven(
                                "did-document-gone",
                                "the issuer’s DID document was withdrawn",
                                DataIntegrity.sign(badge, KeyRing.ED, closed + "#1", Badge.CREATED),
                                "INCONCLUSIVE proof.issuer-publishes-no-keys")
                        .expecting("ISSUER", "INCONCLUSIVE issuer.document-unreachable"),
                Made.json(
                        "status-list-gone",
                        "the status list was withdrawn",
                        listed,
                        Expected.sound().but("STATUS", "INCONCLUSIVE status.list-unreachable")));
    }

    private static List<Made> keys() {
        ObjectNode certified = Badge.unsigned(b -> Badge.issuer(b, KeyRing.AUTRE, "L’Autre"));
        ObjectNode options =
                DataIntegrity.options(CERTIFICATE_KEY, Badge.CREATED).put("cryptosuite", "ecdsa-rdfc-2019");
        return List.of(
                unproven(
                        "key-controller-another",
                        "the issuer lists a key that names another controller",
                        sign(badge(), KeyRing.BORROWED, options("eddsa-rdfc-2022", "empruntee")),
                        "FAILED proof.key-owner-differs"),
                unproven(
                        "key-for-another-algorithm",
                        "the listed P-256 key says that it is for ES384",
                        sign(badge(), KeyRing.P256, options("ecdsa-rdfc-2019", "autre-algorithme")),
                        "INCONCLUSIVE proof.key-not-examined"),
                unproven(
                        "key-is-a-certificate",
                        "an X.509 certificate where the key should be",
                        sign(certified, KeyRing.P256, options),
                        "INCONCLUSIVE proof.key-not-examined"),
                didKeyRsa());
    }

    /** Not among the supported kinds of did:key. */
    private static Made didKeyRsa() {
        String did = "did:key:" + multikey(Issuers.ATELIER_RSA);
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, did, "Une Voisine"));
        String jwt = Jws.compact(
                Jws.header(Issuers.ATELIER_RSA, did + "#" + multikey(Issuers.ATELIER_RSA)),
                Jws.payload(badge),
                Issuers.ATELIER_RSA::sign);
        Expected expected = Expected.soundWithoutStatus()
                .unproven("INCONCLUSIVE proof.issuer-id-not-resolvable")
                .but("ISSUER", "INCONCLUSIVE issuer.id-not-resolvable");
        return Made.text("did-key-rsa.jwt", "did:key, RSA", jwt, expected);
    }

    /** Multicodec {@code rsa-pub} and PKCS#1, which ends an X.509 key of 2048 bits after 24 bytes. */
    private static String multikey(RsaKey key) {
        byte[] x509 = Base64.getMimeDecoder().decode(key.pem().replaceAll("-----[A-Z ]+-----", ""));
        byte[] bytes = Arrays.copyOfRange(x509, 22, x509.length);
        bytes[0] = (byte) 0x85;
        bytes[1] = 0x24;
        return Encodings.multibase58(bytes);
    }

    private static List<Made> proofs() {
        ObjectNode suiteless = sign(badge(), KeyRing.ED, options("eddsa-rdfc-2022", "ed25519-1"));
        suiteless.withObject("/proof").remove("cryptosuite");
        return List.of(
                unproven(
                        "proof-without-cryptosuite",
                        "the proof does not say of which suite it is",
                        suiteless,
                        MALFORMED),
                unproven(
                        "jcs-method-not-an-address",
                        "the verification method is a mere word",
                        sign(badge(), KeyRing.ED, options(JCS, "ed25519-1").put("verificationMethod", "clef")),
                        "FAILED proof.no-verification-method"),
                unproven(
                        "proof-expires-now",
                        "the proof ends at the instant of judgement",
                        sign(
                                badge(),
                                KeyRing.ED,
                                options("eddsa-rdfc-2022", "ed25519-1").put("expires", Corpus.AT)),
                        "FAILED proof.expired"),
                Made.json(
                        "start-in-a-leap-second",
                        "validFrom in a leap second, which a dateTimeStamp cannot say",
                        Badge.signed(b -> b.put("validFrom", "2016-12-31T23:59:60Z")),
                        Expected.sound().but("VALIDITY_PERIOD", "FAILED validity-period.not-a-date")));
    }

    private static List<Made> tokens() {
        ObjectNode other = Jws.payload(Badge.unsigned());
        other.putObject("vc").put("name", "Diriger une équipe");
        ObjectNode nested = Jws.payload(Badge.unsigned());
        nested.retain("iss", "jti", "nbf", "sub", "exp");
        nested.set("vc", Badge.unsigned());
        ObjectNode header = Jws.header(Issuers.ATELIER_EC, "").put("kid", 1);
        String numbered = Jws.compact(header, Jws.payload(Badge.unsigned()), Issuers.ATELIER_EC::sign);
        return List.of(
                Made.text(
                        "jwt-kid-not-text.jwt",
                        "a number for kid",
                        numbered,
                        Expected.sound().unproven(MALFORMED)),
                Made.text(
                        "jwt-vc-tells-another.jwt",
                        "a badge in the claims, and another name for it in the claim vc",
                        JwtSamples.signed(other),
                        Expected.sound()
                                .unproven("FAILED proof.claim-contradicts")
                                .but("CONTEXT", "WARNING context.undefined-term")),
                Made.text(
                        "valid-jwt-vc20-in-vc.jwt",
                        "a VC 2.0 badge in the claim vc",
                        JwtSamples.signed(nested),
                        Expected.sound()));
    }

    private static List<Made> shapes() {
        return List.of(
                relativeId(
                        "jwt-id-relative",
                        "the badge’s id is no address",
                        p -> p.put("id", "badges/1").put("jti", "badges/1")),
                relativeId("jwt-subject-id-word", "the recipient’s id is a word", p -> {
                    Badge.subject(p).put("id", "camille");
                    p.put("sub", "camille");
                }),
                relativeId(
                        "jwt-achievement-id-relative",
                        "the achievement’s id is no address",
                        p -> Badge.achievement(p).put("id", "A1/1")),
                related("related-resource-without-digest", "a linked resource without digest", "", ""),
                related(
                        "related-resource-twice",
                        "two digests of one linked resource",
                        ",\"digestSRI\":\"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"",
                        ",{\"id\":\"https://autre.example/r\","
                                + "\"digestSRI\":\"sha256-57DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"}"));
    }

    private static Made relativeId(String name, String about, Consumer<ObjectNode> change) {
        ObjectNode payload = Jws.payload(Badge.unsigned());
        change.accept(payload);
        return Made.text(
                name + ".jwt",
                about,
                JwtSamples.signed(payload),
                Expected.sound()
                        .but("CONTEXT", "WARNING context.id-not-absolute")
                        .but("SCHEMA", NOT_CONFORMING));
    }

    private static Made related(String name, String about, String digest, String second) {
        String resources = "{\"r\":[{\"id\":\"https://autre.example/r\"" + digest + "}" + second + "]}";
        ObjectNode badge = Badge.signed(
                b -> b.set("relatedResource", Json.object(resources).get("r")));
        Expected expected = Expected.sound().but("SCHEMA", NOT_CONFORMING);
        return Made.json(
                name,
                about,
                badge,
                digest.isEmpty() ? expected : expected.but("EVIDENCE", "SKIPPED evidence.not-asked"));
    }

    private static Made unproven(String name, String about, ObjectNode badge, String answer) {
        return Made.json(name, about, badge, Expected.soundWithoutStatus().unproven(answer));
    }
}
