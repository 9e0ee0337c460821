package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuitePropertiesTest {
    private static final int FLIPS = 150;
    private final ProofFixture bench = new ProofFixture(Crypto.best());

    @ParameterizedTest
    @CsvSource({
        "DataIntegrityProof, eddsa-rdfc-2022, ED25519",
        "DataIntegrityProof, eddsa-jcs-2022, ED25519",
        "Ed25519Signature2020, , ED25519",
        "DataIntegrityProof, ecdsa-rdfc-2019, ES256",
        "DataIntegrityProof, ecdsa-rdfc-2019, ES384",
        "DataIntegrityProof, ecdsa-jcs-2019, ES256",
        "DataIntegrityProof, ecdsa-jcs-2019, ES384"
    })
    void whatASuiteSignsVerifiesAndNoFlippedBitStaysValid(String type, String suite, AllowedAlgorithms algorithm) {
        ObjectNode signed = signed(type, suite, algorithm);
        assertThat(bench.judge(signed, Fetcher.offline()).outcome()).isEqualTo(Outcome.PASSED);
        long seed = bench.random.nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < FLIPS; i++) {
            ObjectNode flipped = flipped(signed, random);
            assertThat(bench.judge(flipped, Fetcher.offline()).proven())
                    .as("seed %d, round %d: %s", seed, i, flipped)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DataIntegrityProof, eddsa-jcs-2022, ED25519",
        "DataIntegrityProof, ecdsa-rdfc-2019, ES384",
        "Ed25519Signature2020, , ED25519"
    })
    void noMemberCanBeTakenOutOrAdded(String type, String suite, AllowedAlgorithms algorithm) {
        ObjectNode signed = signed(type, suite, algorithm);
        List<String> names = new ArrayList<>();
        signed.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            ObjectNode copy = signed.deepCopy();
            copy.remove(name);
            assertThat(bench.judge(copy, Fetcher.offline()).proven()).as(name).isFalse();
        }
        for (String name : List.of("validUntil", "awardedDate", "mention")) {
            ObjectNode copy = signed.deepCopy().put(name, "2031-01-01T00:00:00Z");
            assertThat(bench.judge(copy, Fetcher.offline()).proven()).as(name).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"ES256, ES256", "ES384, ES384", "RS256, RS256", "EdDSA, ED25519"})
    void noFlippedBitOfATokenStaysValid(String alg, AllowedAlgorithms algorithm) {
        KeyPair pair = bench.pair(algorithm.keyType());
        String did = "did:jwk:" + encoded(bench.jwk(pair).toString());
        String jwt = new JwsSigner()
                .sign(
                        JwsSigner.claimsOf(ProofFixture.badge(did)),
                        alg,
                        did + "#0",
                        bench.crypto.signer(algorithm, pair.getPrivate()));
        assertThat(bench.judge(jwt, Fetcher.offline()).proven()).isTrue();
        int signature = jwt.lastIndexOf('.') + 1;
        byte[] bytes = Base64.getUrlDecoder().decode(jwt.substring(signature));
        Random random = new Random(bench.random.nextLong());
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            String changed = jwt.substring(0, signature)
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            assertThat(bench.judge(changed, Fetcher.offline()).proven())
                    .as("round %d", i)
                    .isFalse();
        }
    }

    @Test
    void aSignatureWithZerosOrTheOrderOfTheCurveIsNoSignature() {
        for (AllowedAlgorithms algorithm : List.of(AllowedAlgorithms.ES256, AllowedAlgorithms.ES384)) {
            ObjectNode signed = signed("DataIntegrityProof", "ecdsa-jcs-2019", algorithm);
            int length = algorithm == AllowedAlgorithms.ES256 ? 64 : 96;
            for (byte fill : new byte[] {0, -1}) {
                byte[] forged = new byte[length];
                java.util.Arrays.fill(forged, fill);
                signed.withObject("/proof").put("proofValue", "z" + Base58.encode(forged));
                assertThat(bench.judge(signed, Fetcher.offline()).reason().code())
                        .isEqualTo("proof.signature-invalid");
            }
        }
    }

    /** A badge of its own did:key. */
    private ObjectNode signed(String type, String suite, AllowedAlgorithms algorithm) {
        KeyPair pair = bench.pair(algorithm.keyType());
        String did = "did:key:" + bench.multikey(pair);
        ObjectNode badge = ProofFixture.badge(did);
        if (suite == null) {
            badge.withArray("@context").add("https://w3id.org/security/suites/ed25519-2020/v1");
        }
        ObjectNode proof = badge.objectNode()
                .put("type", type)
                .put("created", "2026-01-01T00:00:00Z")
                .put("verificationMethod", did + "#" + bench.multikey(pair))
                .put("proofPurpose", "assertionMethod");
        if (suite != null) {
            proof.put("cryptosuite", suite);
        }
        byte[] none = new byte[algorithm == AllowedAlgorithms.ES384 ? 96 : 64];
        ObjectNode draft = proof.deepCopy().put("proofValue", "z" + Base58.encode(none));
        Cryptosuite.Signable signable = (Cryptosuite.Signable) new Cryptosuites(bench.jsonLd)
                .of(draft)
                .orElseThrow()
                .statement(new Cryptosuite.Signed(draft, badge, () -> bench.jsonLd.expand(badge)));
        assertThat(signable.algorithm()).isEqualTo(algorithm);
        byte[] signature = bench.crypto.signer(algorithm, pair.getPrivate()).sign(signable.data());
        badge.set("proof", proof.put("proofValue", "z" + Base58.encode(signature)));
        return badge;
    }

    /** Flips one bit of one string outside the contexts. */
    private static ObjectNode flipped(ObjectNode signed, Random random) {
        ObjectNode copy = signed.deepCopy();
        List<Runnable> flips = new ArrayList<>();
        collect(copy, random, flips);
        flips.get(random.nextInt(flips.size())).run();
        return copy;
    }

    private static void collect(JsonNode node, Random random, List<Runnable> flips) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                if (array.get(i).isTextual()) {
                    flips.add(() ->
                            array.set(at, array.textNode(flip(array.get(at).textValue(), random))));
                }
                collect(array.get(i), random, flips);
            }
        }
        node.properties().stream()
                .filter(field -> !field.getKey().equals("@context"))
                .forEach(field -> {
                    if (field.getValue().isTextual()) {
                        String text = field.getValue().textValue();
                        flips.add(() -> ((ObjectNode) node).put(field.getKey(), flip(text, random)));
                    }
                    collect(field.getValue(), random, flips);
                });
    }

    private static String flip(String text, Random random) {
        char[] chars = text.toCharArray();
        chars[random.nextInt(chars.length)] ^= (char) (1 << random.nextInt(7));
        return new String(chars);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
