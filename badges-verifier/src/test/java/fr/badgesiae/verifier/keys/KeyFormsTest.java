package fr.badgesiae.verifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.proof.Cryptosuite;
import fr.badgesiae.verifier.proof.DocumentsFetcher;
import fr.badgesiae.verifier.proof.EddsaJcs2022;
import fr.badgesiae.verifier.proof.JwsSigner;
import fr.badgesiae.verifier.proof.ProofFixture;
import fr.badgesiae.verifier.proof.ProofResult;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFormsTest {
    private static final String DID = "did:web:badges.example%3A8443:issuers:1";
    private static final String DID_JSON = "https://badges.example:8443/issuers/1/did.json";
    private static final String HTTPS = "https://badges.example/issuers/1";
    private static final String UNDER = HTTPS + "/keys/1";

    private final ProofFixture bench = new ProofFixture(Crypto.best());
    private final KeyPair ed25519 = bench.pair(KeyType.ED25519);
    private final KeyPair other = bench.pair(KeyType.ED25519);

    @Test
    void everyFormOfAMethodInADidDocumentIsRead() {
        String multikey = bench.multikey(ed25519);
        String jwk = bench.jwk(ed25519).toString();
        for (String key : new String[] {
            "\"type\":\"Multikey\",\"publicKeyMultibase\":\"" + multikey + "\"",
            "\"type\":\"Ed25519VerificationKey2020\",\"publicKeyMultibase\":\"" + multikey + "\"",
            "\"type\":\"Ed25519VerificationKey2018\",\"publicKeyBase58\":\"" + base58(ed25519) + "\"",
            "\"type\":\"JsonWebKey\",\"publicKeyJwk\":" + jwk,
            "\"type\":\"JsonWebKey2020\",\"publicKeyJwk\":" + jwk,
            "\"type\":\"CryptographicKey\",\"publicKeyPem\":\"" + pem(ed25519).replace("\n", "\\n") + "\""
        }) {
            assertThat(embedded(DID, DID + "#k", web(key))).as(key).isEqualTo("PASSED proof.verified");
        }
    }

    @Test
    void everyKeyTypeIsReadFromPemAndJwkAndDidKey() {
        for (AllowedAlgorithms algorithm : AllowedAlgorithms.values()) {
            KeyPair pair = bench.pair(algorithm.keyType());
            VerificationKey key = bench.keys.of(pair.getPublic());
            assertThat(bench.keys.fromPem(pem(pair)).orElseThrow().same(key)).isTrue();
            String alg = algorithm == AllowedAlgorithms.ED25519 ? "EdDSA" : algorithm.name();
            String jwk = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bench.jwk(pair).toString().getBytes(StandardCharsets.UTF_8));
            assertThat(jwt("did:jwk:" + jwk, "did:jwk:" + jwk + "#0", alg, pair, Fetcher.offline()))
                    .isEqualTo("PASSED proof.verified");
            if (algorithm != AllowedAlgorithms.RS256) {
                String did = "did:key:" + bench.multikey(pair);
                assertThat(jwt(did, did + "#" + bench.multikey(pair), alg, pair, Fetcher.offline()))
                        .isEqualTo("PASSED proof.verified");
            }
        }
    }

    @Test
    void aKeyAddressMayHoldAJwkASetAMultikeyAControllerDocumentOrPem() {
        String jwk = bench.jwk(ed25519).put("kid", UNDER).toString();
        for (String body : new String[] {
            jwk,
            "{\"keys\":[" + jwk + "]}",
            "{\"id\":\"" + UNDER + "\",\"type\":\"Multikey\",\"publicKeyMultibase\":\"" + bench.multikey(ed25519)
                    + "\"}",
            "{\"id\":\"" + UNDER + "\",\"publicKeyJwk\":" + jwk + "}",
            "{\"id\":\"" + UNDER + "\",\"type\":\"CryptographicKey\",\"owner\":\"" + HTTPS + "\",\"publicKeyPem\":\""
                    + pem(ed25519).replace("\n", "\\n") + "\"}",
            pem(ed25519)
        }) {
            assertThat(embedded(HTTPS, UNDER, new DocumentsFetcher().with(UNDER, body)))
                    .as(body)
                    .isEqualTo("PASSED proof.verified");
        }
    }

    @Test
    void aKeyInASetAtAKeyAddressIsChosenByItsKid() {
        String keys = "{\"keys\":[" + bench.jwk(other).put("kid", "b") + ","
                + bench.jwk(ed25519).put("kid", "a") + "]}";
        DocumentsFetcher web = new DocumentsFetcher().with(UNDER, keys);
        assertThat(embedded(HTTPS, UNDER + "#a", web)).isEqualTo("PASSED proof.verified");
        assertThat(embedded(HTTPS, UNDER + "#b", web)).isEqualTo("FAILED proof.signature-invalid");
    }

    @Test
    void aMethodEmbeddedUnderAssertionMethodIsListed() {
        DocumentsFetcher web = new DocumentsFetcher().with(DID_JSON, """
                {"id":"%1$s","assertionMethod":[{"id":"#k","type":"Multikey","controller":"%1$s",
                 "publicKeyMultibase":"%2$s"}]}""".formatted(DID, bench.multikey(ed25519)));
        assertThat(embedded(DID, DID + "#k", web)).isEqualTo("PASSED proof.verified");
    }

    @Test
    void aProofMayEmbedItsMethodAndStillTheIssuersListDecides() {
        DocumentsFetcher web = web("\"type\":\"Multikey\",\"publicKeyMultibase\":\"" + bench.multikey(ed25519) + "\"");
        assertThat(embeddedMethod(ed25519, web)).isEqualTo("PASSED proof.verified");
        assertThat(embeddedMethod(other, web)).isEqualTo("FAILED proof.signature-invalid");
    }

    @Test
    void aListedKeyThatWeCannotReadLeavesTheQuestionOpen() {
        for (String key : new String[] {
            "\"type\":\"EcdsaSecp256k1VerificationKey2019\",\"publicKeyHex\":\"02b97c\"",
            "\"type\":\"Multikey\",\"publicKeyMultibase\":\"zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme\"",
            "\"type\":\"JsonWebKey\",\"publicKeyJwk\":{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"AAAA\"}"
        }) {
            assertThat(embedded(DID, DID + "#k", web(key))).as(key).isEqualTo("INCONCLUSIVE proof.key-not-examined");
        }
        DocumentsFetcher elsewhere = new DocumentsFetcher()
                .with(DID_JSON, "{\"id\":\"" + DID + "\",\"assertionMethod\":[\"did:example:1#k\"]}");
        assertThat(embedded(DID, "did:example:1#k", elsewhere)).isEqualTo("INCONCLUSIVE proof.key-not-examined");
        assertThat(embedded(DID, DID + "#k", elsewhere)).isEqualTo("FAILED proof.key-not-listed-by-issuer");
    }

    @Test
    void aJwtWithoutKidMayBeByAKeyThatWeCannotRead() {
        DocumentsFetcher web =
                web("\"type\":\"JsonWebKey\",\"publicKeyJwk\":{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"AAAA\"}");
        assertThat(jwt(DID, null, "EdDSA", ed25519, web)).isEqualTo("INCONCLUSIVE proof.key-not-examined");
        DocumentsFetcher readable = web("\"type\":\"JsonWebKey\",\"publicKeyJwk\":" + bench.jwk(ed25519));
        assertThat(jwt(DID, null, "EdDSA", ed25519, readable)).isEqualTo("PASSED proof.verified");
        assertThat(jwt(DID, null, "EdDSA", other, readable)).isEqualTo("FAILED proof.key-not-listed-by-issuer");
    }

    @Test
    void anRsaKeyOfFewerThan2048BitsIsTooShort() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair shortPair = generator.generateKeyPair();
        String jwk = PublicKeys.jwk(shortPair.getPublic()).toString();
        assertThat(jwt(DID, DID + "#k", "RS256", shortPair, web("\"type\":\"JsonWebKey\",\"publicKeyJwk\":" + jwk)))
                .isEqualTo("FAILED proof.key-too-short");
    }

    @Test
    void aKeyAddressOutOfReachLeavesTheQuestionOpenAlthoughOtherKeysAreListed() {
        String document = "{\"id\":\"" + HTTPS + "\",\"verificationMethod\":[{\"id\":\"" + HTTPS
                + "#k\",\"type\":\"Multikey\",\"publicKeyMultibase\":\"" + bench.multikey(other) + "\"}]}";
        String jwks = "https://badges.example/.well-known/jwks.json";
        String beside = "https://badges.example/keys/1";
        DocumentsFetcher down =
                new DocumentsFetcher().with(HTTPS, document).down(UNDER).down(jwks);
        assertThat(embedded(HTTPS, UNDER, down)).isEqualTo("INCONCLUSIVE proof.issuer-keys-unreachable");
        assertThat(embedded(HTTPS, beside, down)).isEqualTo("INCONCLUSIVE proof.issuer-keys-unreachable");
        assertThat(embedded(HTTPS, HTTPS + "#x", down)).isEqualTo("FAILED proof.key-not-listed-by-issuer");
        assertThat(embedded(HTTPS, "https://thief.example/keys/1", down))
                .isEqualTo("FAILED proof.key-not-listed-by-issuer");
        DocumentsFetcher absent = new DocumentsFetcher().with(HTTPS, document);
        assertThat(embedded(HTTPS, UNDER, absent)).isEqualTo("FAILED proof.key-not-listed-by-issuer");
    }

    @Test
    void aJwkForEncryptionOrForSigningOnlyDoesNotVerify() {
        ObjectNode jwk = bench.jwk(ed25519);
        assertThat(bench.keys.fromJwk(jwk.deepCopy().put("use", "enc"))).isEmpty();
        jwk.putArray("key_ops").add("sign");
        assertThat(bench.keys.fromJwk(jwk)).isEmpty();
        jwk.withArray("key_ops").add("verify");
        assertThat(bench.keys.fromJwk(jwk)).isPresent();
    }

    @Test
    void whatIsNoPemIsNoKey() {
        assertThat(bench.keys.fromPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isEmpty();
        assertThat(bench.keys.fromPem("-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----"))
                .isEmpty();
        assertThat(bench.keys.fromPem(pem(ed25519).replace("PUBLIC", "PRIVATE")))
                .isEmpty();
    }

    @Test
    void anAddressWithoutAHostIsNoneOnThisMachineEither() {
        for (boolean loopback : List.of(true, false)) {
            assertThat(Dids.address("http:issuers", loopback)).isEmpty();
            assertThat(Dids.address("http:///issuers/1", loopback)).isEmpty();
            assertThat(Dids.address("https://-/issuers/1", loopback)).isEmpty();
        }
    }

    @Test
    void aDidWebPathMayBePercentEncoded() {
        assertThat(Dids.webAddress("did:web:badges.example:issuers:a%20b", false))
                .hasToString("Optional[https://badges.example/issuers/a%20b/did.json]");
        assertThat(Dids.webAddress("did:web:badges.example:%2e%2e:b", false)).isEmpty();
        assertThat(Dids.webAddress("did:web:badges.example%3a8443:i", false))
                .hasToString("Optional[https://badges.example:8443/i/did.json]");
    }

    private DocumentsFetcher web(String key) {
        return new DocumentsFetcher().with(DID_JSON, """
                {"id":"%1$s","verificationMethod":[{"id":"%1$s#k","controller":"%1$s",%2$s}],
                 "assertionMethod":["#k"]}""".formatted(DID, key));
    }

    private String embedded(String issuer, String method, Fetcher fetcher) {
        ProofResult result = bench.judge(bench.embedded(issuer, method, ed25519), fetcher);
        return result.outcome() + " " + result.reason().code();
    }

    /** Signed with JCS, whose proofs may contain any member: here the whole verification method. */
    private String embeddedMethod(KeyPair pair, Fetcher fetcher) {
        ObjectNode badge = ProofFixture.badge(DID);
        ObjectNode proof = badge.objectNode()
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", EddsaJcs2022.NAME)
                .put("proofPurpose", "assertionMethod");
        proof.putObject("verificationMethod")
                .put("id", "#k")
                .put("type", "Multikey")
                .put("publicKeyMultibase", bench.multikey(pair));
        byte[] unsigned = new byte[64];
        Cryptosuite.Signable signable = (Cryptosuite.Signable) new EddsaJcs2022()
                .statement(new Cryptosuite.Signed(
                        proof.deepCopy().put("proofValue", "z" + Base58.encode(unsigned)), badge, () -> null));
        byte[] signature = bench.crypto
                .signer(AllowedAlgorithms.ED25519, pair.getPrivate())
                .sign(signable.data());
        badge.set("proof", proof.put("proofValue", "z" + Base58.encode(signature)));
        ProofResult result = bench.judge(badge, fetcher);
        return result.outcome() + " " + result.reason().code();
    }

    private String jwt(String issuer, String kid, String alg, KeyPair pair, Fetcher fetcher) {
        Signer signer = bench.crypto.signer(AllowedAlgorithms.ofJose(alg).orElseThrow(), pair.getPrivate());
        String header = "{\"alg\":\"" + alg + "\"" + (kid == null ? "" : ",\"kid\":\"" + kid + "\"") + "}";
        String input = encoded(header) + "."
                + encoded(JwsSigner.claimsOf(ProofFixture.badge(issuer)).toString());
        byte[] signature = signer.sign(input.getBytes(StandardCharsets.US_ASCII));
        ProofResult result = bench.judge(
                input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature), fetcher);
        return result.outcome() + " " + result.reason().code();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(KeyPair pair) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    private static String base58(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Base58.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }
}
