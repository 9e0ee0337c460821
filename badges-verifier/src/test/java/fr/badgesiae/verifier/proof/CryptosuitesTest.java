package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided about embedded proofs before a key is asked for. */
class CryptosuitesTest {
    private final ProofFixture bench = new ProofFixture(Crypto.best());
    private final KeyPair pair = bench.pair(KeyType.ED25519);
    private final String did = "did:key:" + bench.multikey(pair);

    @ParameterizedTest
    @CsvSource({
        "DataIntegrityProof,eddsa-jcs-2022,true",
        "DataIntegrityProof,ecdsa-jcs-2019,true",
        "DataIntegrityProof,eddsa-rdfc-2022,false",
        "DataIntegrityProof,ecdsa-sd-2023,false",
        "OtherProof,eddsa-jcs-2022,false"
    })
    void theJcsSuitesSignTheJson(String type, String suite, boolean expected) {
        ObjectNode proof = ReferenceData.parse("{}").put("type", type).put("cryptosuite", suite);
        assertThat(Cryptosuites.signsJson(proof)).isEqualTo(expected);
        assertThat(Cryptosuites.nameOf(proof)).isEqualTo(suite);
    }

    @Test
    void aProofWithoutACryptosuiteIsNamedByItsType() {
        assertThat(Cryptosuites.nameOf(ReferenceData.parse("{\"type\":\"Ed25519Signature2020\"}")))
                .isEqualTo("Ed25519Signature2020");
    }

    @Test
    void theSuiteOfSelectiveDisclosureIsSupported() {
        JsonNode proof = ReferenceData.parse("{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"ecdsa-sd-2023\"}");
        assertThat(new Cryptosuites(bench.jsonLd).of(proof)).get().isInstanceOf(EcdsaSd2023.class);
    }

    @Test
    void anEd25519SignatureHas64Bytes() {
        assertThat(ProofValue.isEd25519(new byte[64])).isTrue();
        assertThat(ProofValue.isEd25519(new byte[63])).isFalse();
        ObjectNode signed = signed();
        signed.withObject("/proof").put("proofValue", "z" + Base58.encode(new byte[63]));
        assertThat(told(signed)).isEqualTo("FAILED proof.signature-malformed");
    }

    @Test
    void aProofCountsUntilItExpires() {
        ObjectNode signed = signed();
        signed.withObject("/proof").put("expires", ProofFixture.AT.toString());
        assertThat(told(signed)).isEqualTo("FAILED proof.expired");
        signed.withObject("/proof").put("expires", ProofFixture.AT.plusNanos(1).toString());
        assertThat(told(signed)).isEqualTo("FAILED proof.signature-invalid");
    }

    @Test
    void noMoreThanTenProofsAreVerified() {
        ObjectNode signed = signed();
        JsonNode proof = signed.get("proof");
        ArrayNode proofs = signed.putArray("proof");
        for (int i = 0; i < 10; i++) {
            proofs.add(proof);
        }
        assertThat(told(signed)).isEqualTo("PASSED proof.verified");
        proofs.add(proof);
        assertThat(told(signed)).isEqualTo("INCONCLUSIVE proof.too-many-proofs");
    }

    @Test
    void onlySeveralProofsAreNumberedInTheFindings() {
        ObjectNode signed = signed();
        assertThat(bench.judge(signed, Fetcher.offline()).findings())
                .noneMatch(found -> found.key().startsWith("proof["));
        JsonNode proof = signed.get("proof");
        signed.putArray("proof").add(proof).add(proof);
        assertThat(bench.judge(signed, Fetcher.offline()).findings())
                .anyMatch(found -> found.key().equals("proof[1]"));
    }

    @Test
    void theContextsOfAJcsProofAreTheFirstOfTheDocument() {
        assertThat(jcs("[\"a\",\"b\"]", "[\"a\",\"b\"]", "[]")).isEqualTo("signable");
        assertThat(jcs("[\"a\",\"b\"]", "\"a\"", "[]")).isEqualTo("signable");
        assertThat(jcs("[\"a\"]", "[\"a\",\"b\"]", "[]")).isEqualTo("FAILED proof.context-differs");
        assertThat(jcs("[\"a\",\"b\"]", "[\"b\"]", "[]")).isEqualTo("FAILED proof.context-differs");
    }

    @Test
    void tooManyNumbersToWriteInCanonicalFormLeaveTheQuestionOpen() {
        String numbers = "[" + "0.5,".repeat(10_000) + "0.5]";
        assertThat(jcs("[]", "[]", numbers)).isEqualTo("INCONCLUSIVE proof.too-much-work");
        ObjectNode proof = ReferenceData.parse("{\"a\":" + numbers + "}");
        assertThat(told(proof, ReferenceData.parse("{}"))).isEqualTo("INCONCLUSIVE proof.too-much-work");
    }

    @Test
    void nothingIsSignedTwiceAndNothingWithAnAlgorithmThatIsNotAllowed() {
        assertThatThrownBy(() -> new DataIntegritySigner(bench.jsonLd)
                        .sign(signed(), did, ProofFixture.AT, data -> new byte[64]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JwsSigner().sign(signed(), "ES512", did, data -> new byte[132]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String jcs(String documentContext, String proofContext, String value) {
        ObjectNode proof = ReferenceData.parse("{\"@context\":" + proofContext + "}");
        return told(proof, ReferenceData.parse("{\"@context\":" + documentContext + ",\"a\":" + value + "}"));
    }

    private static String told(ObjectNode proof, ObjectNode document) {
        Cryptosuite.Signed signed = new Cryptosuite.Signed(proof, document, () -> {
            throw new AssertionError("expanded");
        });
        return JcsHashing.statement(signed, AllowedAlgorithms.ED25519, new byte[64], "")
                        instanceof Cryptosuite.Answered answered
                ? answered.result().outcome() + " " + answered.result().reason().code()
                : "signable";
    }

    private ObjectNode signed() {
        return bench.embedded(did, did + "#" + bench.multikey(pair), pair);
    }

    private String told(ObjectNode signed) {
        ProofResult result = bench.judge(signed, Fetcher.offline());
        return result.outcome() + " " + result.reason().code();
    }
}
