package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.CryptoProviders;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.Signer;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignAndVerifyTest {
    private static final int FLIPS = 300;
    private final ProofFixture bench = new ProofFixture(Crypto.best());

    static List<Crypto> providers() {
        return List.of(Crypto.best(), new Crypto(CryptoProviders.bouncyCastle()));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyKeyTypeSignsAndVerifiesAndSurvivesStorage(Crypto crypto) {
        PublicKeys keys = new PublicKeys(crypto);
        byte[] data = "à signer".getBytes(StandardCharsets.UTF_8);
        for (AllowedAlgorithms algorithm : AllowedAlgorithms.values()) {
            KeyPair pair = crypto.generate(algorithm.keyType(), bench.random);
            byte[] stored = pair.getPrivate().getEncoded();
            byte[] signature = crypto.signer(algorithm, crypto.privateKey(algorithm.keyType(), stored))
                    .sign(data);
            VerificationKey key = keys.of(pair.getPublic());
            assertThat(crypto.verify(algorithm, key, data, signature)).isTrue();
            assertThat(crypto.verify(algorithm, key, "autre".getBytes(StandardCharsets.UTF_8), signature))
                    .isFalse();
            assertThat(keys.fromJwk(keys.toJwk(key)).orElseThrow().same(key)).isTrue();
            if (algorithm.keyType() != KeyType.RSA) {
                assertThat(keys.fromMultikey(keys.toMultikey(key)).orElseThrow().same(key))
                        .isTrue();
            }
        }
    }

    @Test
    void aPointBesideTheCurveIsNoKey() {
        ObjectNode jwk = bench.jwk(bench.pair(KeyType.P256));
        jwk.put("y", jwk.path("x").textValue());
        assertThat(bench.keys.fromJwk(jwk)).isEmpty();
    }

    @Test
    void aPrivateOrSecretJwkIsNoPublicKey() {
        ObjectNode jwk = bench.jwk(bench.pair(KeyType.P256)).put("d", "AAAA");
        assertThat(bench.keys.fromJwk(jwk)).isEmpty();
        assertThat(bench.keys.fromJwk(ReferenceData.parse("{\"kty\":\"oct\",\"k\":\"AAAA\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ES256,P256", "ES384,P384", "RS256,RSA", "EdDSA,ED25519", "Ed25519,ED25519"})
    void aJwtOfEachAlgorithmVerifies(String alg, KeyType type) {
        KeyPair pair = bench.pair(type);
        String did = didJwk(pair);
        assertThat(bench.judge(jwt(alg, did, pair), Fetcher.offline()).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS256", "hs512"})
    void anAlgorithmThatProvesNothingIsRefused(String alg) {
        String did = didJwk(bench.pair(KeyType.P256));
        String header = encoded("{\"alg\":\"" + alg + "\"}");
        String payload = encoded(JwsSigner.claimsOf(ProofFixture.badge(did)).toString());
        assertThat(bench.judge(header + "." + payload + ".", Fetcher.offline())
                        .reason()
                        .code())
                .isEqualTo("proof.algorithm-refused");
    }

    @Test
    void aHeaderThatBringsItsOwnKeyOrAddressIsNotFollowed() {
        KeyPair thief = bench.pair(KeyType.P256);
        String did = didJwk(bench.pair(KeyType.P256));
        String header = encoded(
                "{\"alg\":\"ES256\",\"jku\":\"https://thief.example/jwks\",\"jwk\":%s}".formatted(bench.jwk(thief)));
        String input = header + "."
                + encoded(JwsSigner.claimsOf(ProofFixture.badge(did)).toString());
        byte[] signature = bench.crypto
                .signer(AllowedAlgorithms.ES256, thief.getPrivate())
                .sign(input.getBytes(StandardCharsets.US_ASCII));
        String jwt = input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        assertThat(bench.judge(jwt, (uri, limits) -> {
                            throw new AssertionError("fetched " + uri);
                        })
                        .reason()
                        .code())
                .isEqualTo("proof.key-not-listed-by-issuer");
    }

    @Test
    void nothingIsSignedThatTheSignatureWouldNotCover() {
        KeyPair pair = bench.pair(KeyType.ED25519);
        ObjectNode badge = ProofFixture.badge("did:key:" + bench.multikey(pair)).put("mention", "bien");
        assertThatThrownBy(() -> new DataIntegritySigner(bench.jsonLd)
                        .sign(badge, "did:example:1#k", ProofFixture.AT, data -> new byte[64]))
                .isInstanceOfSatisfying(
                        UnsafeToSignException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.UNDEFINED_TERM));
    }

    @Test
    void oneGoodProofBesideAnUnknownOrABrokenOneIsEnough() {
        KeyPair pair = bench.pair(KeyType.ED25519);
        String did = "did:key:" + bench.multikey(pair);
        ObjectNode signed = bench.embedded(did, did + "#" + bench.multikey(pair), pair);
        JsonNode good = signed.path("proof");
        ObjectNode broken = good.deepCopy();
        broken.put("created", "2026-01-01T00:00:00Z");
        ObjectNode unknown = ReferenceData.parse("{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"neuve-2099\"}");
        signed.putArray("proof").add(unknown).add(broken).add(good);
        assertThat(bench.judge(signed, Fetcher.offline()).outcome()).isEqualTo(Outcome.PASSED);
        signed.putArray("proof").add(unknown);
        assertThat(bench.judge(signed, Fetcher.offline()).reason().code()).isEqualTo("proof.suite-not-examined");
    }

    @Test
    void oneFlippedBitInSignedTextNeverStaysValid() {
        KeyPair pair = bench.pair(KeyType.ED25519);
        String did = "did:key:" + bench.multikey(pair);
        ObjectNode signed = bench.embedded(did, did + "#" + bench.multikey(pair), pair);
        assertThat(bench.judge(signed, Fetcher.offline()).proven()).isTrue();
        long seed = bench.random.nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < FLIPS; i++) {
            ObjectNode flipped = flipped(signed, random);
            assertThat(bench.judge(flipped, Fetcher.offline()).proven())
                    .as("seed %d, round %d: %s", seed, i, flipped)
                    .isFalse();
        }
    }

    /** Flips one bit of one string outside the contexts. */
    private static ObjectNode flipped(ObjectNode signed, Random random) {
        ObjectNode copy = signed.deepCopy();
        List<Runnable> flips = new ArrayList<>();
        collect(copy, random, flips);
        flips.get(random.nextInt(flips.size())).run();
        return copy;
    }

    private static void collect(ObjectNode node, Random random, List<Runnable> flips) {
        node.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode child) {
                collect(child, random, flips);
            } else if (field.getValue().isTextual()) {
                flips.add(
                        () -> field.setValue(node.textNode(flip(field.getValue().textValue(), random))));
            }
        });
    }

    private static String flip(String text, Random random) {
        char[] chars = text.toCharArray();
        chars[random.nextInt(chars.length)] ^= (char) (1 << random.nextInt(7));
        return new String(chars);
    }

    private String jwt(String alg, String did, KeyPair pair) {
        AllowedAlgorithms algorithm = AllowedAlgorithms.ofJose(alg).orElseThrow();
        Signer signer = bench.crypto.signer(algorithm, pair.getPrivate());
        return new JwsSigner().sign(JwsSigner.claimsOf(ProofFixture.badge(did)), alg, did + "#0", signer);
    }

    private String didJwk(KeyPair pair) {
        return "did:jwk:" + encoded(bench.jwk(pair).toString());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
