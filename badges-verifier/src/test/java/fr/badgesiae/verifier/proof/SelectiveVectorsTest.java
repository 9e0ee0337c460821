package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectiveVectorsTest {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final String ROOT = "vectors/vc-di-ecdsa/ecdsa-sd-2023/";
    private static final HexFormat HEX = HexFormat.of();

    private final Crypto crypto = Crypto.best();
    private final JsonLd jsonLd = new JsonLd(ReferenceData.contexts());

    @ParameterizedTest
    @ValueSource(strings = {"employ/", "prc/"})
    void aW3cDerivedProofIsReadAndReproducedStepByStep(String folder) throws IOException {
        ObjectNode signed = ReferenceData.json(ROOT + folder + "derivedRevealDocument.json");
        ObjectNode parts = ReferenceData.json(ROOT + folder + "verifyDerivedProofValue.json");
        DerivedProofValue value = DerivedProofValue.parse(
                        DerivedProofValue.decode(signed.at("/proof/proofValue").textValue())
                                .orElseThrow())
                .orElseThrow();
        assertThat(HEX.formatHex(value.baseSignature()))
                .isEqualTo(parts.path("baseSignature").textValue());
        assertThat("z" + Base58.encode(value.multikey()))
                .isEqualTo(parts.path("publicKey").textValue());
        assertThat(value.signatures().stream().map(HEX::formatHex))
                .containsExactlyElementsOf(texts(parts, "signatures"));
        parts.path("labelMap")
                .forEach(pair -> assertThat(value.labels())
                        .containsEntry(pair.path(0).textValue(), pair.path(1).textValue()));
        assertThat(value.mandatory())
                .containsExactlyElementsOf(
                        new JsonMapper().convertValue(parts.path("mandatoryIndexes"), JSON_INTEGERS));

        ObjectNode expected = ReferenceData.json(ROOT + folder + "verifyCreateVerifyData.json");
        Cryptosuite.Disclosed disclosed = (Cryptosuite.Disclosed) statement(signed);
        String nquads = String.join("", nquads(folder));
        assertThat(finding(disclosed, "proof.canonicalDocument")).isEqualTo(nquads);
        assertThat(finding(disclosed, "proof.optionsHash"))
                .isEqualTo(expected.path("proofHash").textValue());
        assertThat(finding(disclosed, "proof.mandatoryHash"))
                .isEqualTo(expected.path("mandatoryHash").textValue());
        assertThat(disclosed.statements()).containsExactlyElementsOf(texts(expected, "nonMandatory"));
        assertThat(verify(signed)).isEqualTo("proof.verified");
    }

    @Test
    void theIssuersOwnProofIsNotOneToShow() {
        ObjectNode signed = ReferenceData.json(ROOT + "employ/addSignedSDBase.json");
        assertThat(verify(signed)).isEqualTo("proof.base-proof-only");
    }

    @Test
    void whatTheIssuerDidNotSignIsNotShownAsSigned() {
        assertThat(verify(changed(badge -> subject(badge).put("birthCountry", "Utopia"))))
                .isEqualTo("proof.statement-not-signed");
        assertThat(verify(changed(badge -> subject(badge).put("gender", "Male"))))
                .isEqualTo("proof.statement-not-signed");
        assertThat(verify(changed(badge -> subject(badge).remove("birthCountry"))))
                .isEqualTo("proof.statement-not-signed");
        assertThat(verify(changed(badge -> subject(badge)
                        .putObject("employmentAuthorizationDocument")
                        .put("identifier", "1"))))
                .isEqualTo("proof.statement-not-signed");
        assertThat(verify(changed(badge -> badge.withObject("/issuer").put("image", "data:,x"))))
                .isEqualTo("proof.signature-invalid");
        assertThat(verify(changed(badge -> badge.withObject("/proof").put("created", "2024-08-15T23:36:38Z"))))
                .isEqualTo("proof.signature-invalid");
    }

    @Test
    void noFlippedByteOfTheProofValueStaysValidAndNoneMakesItThrow() {
        ObjectNode signed = ReferenceData.json(ROOT + "employ/derivedRevealDocument.json");
        byte[] bytes = DerivedProofValue.decode(signed.at("/proof/proofValue").textValue())
                .orElseThrow();
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            String text = "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            ObjectNode copy = signed.deepCopy();
            copy.withObject("/proof").put("proofValue", text);
            assertThat(verify(copy)).as("byte %d", i).isNotEqualTo("proof.verified");
        }
    }

    @Test
    void twoNodesUnderOneLabelAreRefused() {
        byte[] label = new byte[32];
        StringBuilder cbor = new StringBuilder("d95d0185").append("5840").append("00".repeat(64));
        cbor.append("5823").append("00".repeat(35)).append("80").append("a2");
        cbor.append("005820").append(HEX.formatHex(label)).append("015820").append(HEX.formatHex(label));
        assertThat(DerivedProofValue.parse(HEX.parseHex(cbor + "80"))).isEmpty();
        label[0] = 1;
        String apart = cbor.substring(0, cbor.length() - 64) + HEX.formatHex(label);
        assertThat(DerivedProofValue.parse(HEX.parseHex(apart + "80"))).isPresent();
        assertThat(DerivedProofValue.parse(HEX.parseHex(apart + "8000"))).isEmpty();
        assertThat(DerivedProofValue.parse(HEX.parseHex(apart + "9a7fffffff"))).isEmpty();
    }

    private static final com.fasterxml.jackson.core.type.TypeReference<List<Integer>> JSON_INTEGERS =
            new com.fasterxml.jackson.core.type.TypeReference<>() {};

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        ObjectNode signed = ReferenceData.json(ROOT + "employ/derivedRevealDocument.json");
        change.accept(signed);
        return signed;
    }

    private static ObjectNode subject(ObjectNode badge) {
        return badge.withObject("/credentialSubject");
    }

    private static List<String> nquads(String folder) throws IOException {
        ArrayNode lines =
                (ArrayNode) new JsonMapper().readTree(ReferenceData.text(ROOT + folder + "verifyNQuads.json"));
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(line.textValue()));
        return texts;
    }

    private static List<String> texts(JsonNode node, String member) {
        List<String> texts = new ArrayList<>();
        node.path(member).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static String finding(Cryptosuite.Disclosed disclosed, String key) {
        return disclosed.base().findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::value)
                .findFirst()
                .orElseThrow();
    }

    private Cryptosuite.Statement statement(ObjectNode signed) {
        ObjectNode document = signed.deepCopy();
        ObjectNode proof = (ObjectNode) document.remove("proof");
        return new EcdsaSd2023(jsonLd)
                .statement(new Cryptosuite.Signed(proof, document, () -> jsonLd.expand(document)));
    }

    /** Verified as a badge of the key's owner: the vectors sign with another key than that of the issuer they name. */
    private String verify(ObjectNode signed) {
        ObjectNode document = signed.deepCopy();
        document.remove("proof");
        String method = signed.at("/proof/verificationMethod").textValue();
        KeyResolver resolver = new KeyResolver(new PublicKeys(crypto), new IssuerDocuments(Fetcher.offline()), false);
        DataIntegrityProof.Secured secured = new DataIntegrityProof.Secured(
                signed, () -> jsonLd.expand(document), method.substring(0, method.indexOf('#')), AT);
        return new DataIntegrityProof(jsonLd)
                .verify(secured, new IssuerKeyVerifier(crypto, resolver, AT))
                .reason()
                .code();
    }
}
