package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The value of a derived proof, and what its suite answers before any signature is verified. */
class DerivedProofValueTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String HEADER = "d95d01";
    private static final String SIGNATURE = "5840" + "00".repeat(64);
    private static final String KEY = "5823" + "00".repeat(35);
    private static final String UNSAFE = "INCONCLUSIVE proof.document-unsafe";
    private static final String DOCUMENT = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],
             "issuer":"https://badges.example/issuers/1","credentialSubject":{"id":"urn:x:1"}}
            """;

    private final JsonLd jsonLd = new JsonLd(new BundledContexts());

    @Test
    void theTextIsBase64UrlWithoutPaddingAndOfBoundedLength() {
        assertThat(DerivedProofValue.decode("uAA")).hasValue(new byte[1]);
        assertThat(DerivedProofValue.decode("uAA==")).isEmpty();
        assertThat(DerivedProofValue.decode("zAA")).isEmpty();
        assertThat(DerivedProofValue.decode("u" + "A".repeat(199_999))).isPresent();
        assertThat(DerivedProofValue.decode("u" + "A".repeat(200_000))).isEmpty();
    }

    @Test
    void aHeaderAloneIsNoProof() {
        assertThat(DerivedProofValue.isBase(HEX.parseHex("d95d00"))).isFalse();
        assertThat(DerivedProofValue.isBase(HEX.parseHex("d95d0085"))).isTrue();
        assertThat(DerivedProofValue.isBase(HEX.parseHex("d95d0185"))).isFalse();
    }

    @Test
    void theHeaderAndTheNumberOfPartsAreThoseOfADerivedProof() {
        String parts = SIGNATURE + KEY + "80a080";
        assertThat(parses(HEADER + "85" + parts)).isTrue();
        assertThat(parses("d95d02" + "85" + parts)).isFalse();
        assertThat(parses(HEADER + "86" + parts)).isFalse();
        assertThat(parses(HEADER + "84" + parts)).isFalse();
    }

    @Test
    void signaturesKeysAndLabelsHaveTheirLength() {
        assertThat(parses(HEADER + "85" + "583f" + "00".repeat(63) + KEY + "80a080"))
                .isFalse();
        assertThat(parses(HEADER + "85" + SIGNATURE + "5822" + "00".repeat(34) + "80a080"))
                .isFalse();
        assertThat(parses(HEADER + "85" + SIGNATURE + KEY + "8140" + "a080")).isFalse();
        assertThat(parses(HEADER + "85" + SIGNATURE + KEY + "80" + "a10040" + "80"))
                .isFalse();
    }

    @Test
    void aStatementIsMandatoryOnce() {
        assertThat(parses(HEADER + "85" + SIGNATURE + KEY + "80a0" + "820102")).isTrue();
        assertThat(parses(HEADER + "85" + SIGNATURE + KEY + "80a0" + "820101")).isFalse();
    }

    @Test
    void noMoreThanAThousandSignaturesAreVerified() {
        Expansion unread = new Expansion.Refused(Expansion.Problem.INLINE_CONTEXT, "");
        assertThat(answer(1_000, ReferenceData.parse("{}"), unread)).isEqualTo(UNSAFE);
        assertThat(answer(1_001, ReferenceData.parse("{}"), unread)).isEqualTo("INCONCLUSIVE proof.too-much-work");
    }

    @Test
    void anOptionThatRdfDoesNotHoldIsRefused() {
        ObjectNode proof = ReferenceData.parse("{\"type\":\"DataIntegrityProof\",\"motInconnu\":\"x\"}");
        assertThat(answer(0, proof, expanded())).isEqualTo("FAILED proof.options-unsafe");
    }

    @Test
    void aBlankNodeWithoutASignedLabelIsNotSigned() {
        int statements = ((Expansion.Safe) expanded()).quads().size();
        assertThat(answer(statements, ReferenceData.parse("{\"type\":\"DataIntegrityProof\"}"), expanded()))
                .isEqualTo("FAILED proof.statement-not-signed");
    }

    @Test
    void theFindingsSayWhichStatementsAreMandatoryAndWhichKeySignsTheOthers() {
        Expansion document = jsonLd.expand(ReferenceData.parse(DOCUMENT).put("id", "urn:x:2"));
        int statements = ((Expansion.Safe) document).quads().size();
        ObjectNode proof = ReferenceData.parse("{\"type\":\"DataIntegrityProof\"}");
        Cryptosuite.Disclosed disclosed = (Cryptosuite.Disclosed) statement(statements, proof, document);
        assertThat(disclosed.statements()).hasSize(statements);
        assertThat(disclosed.base().findings())
                .extracting(found -> found.key() + "=" + found.value())
                .contains("proof.mandatoryStatements=[]", "proof.disclosureKey=" + "00".repeat(35));
    }

    private Expansion expanded() {
        return jsonLd.expand(ReferenceData.parse(DOCUMENT));
    }

    private String answer(int signatures, ObjectNode proof, Expansion document) {
        ProofResult result = ((Cryptosuite.Answered) statement(signatures, proof, document)).result();
        return result.outcome() + " " + result.reason().code();
    }

    /** What is read of a proof with so many signatures, no label and no mandatory statement. */
    private Cryptosuite.Statement statement(int signatures, ObjectNode proof, Expansion document) {
        String count = "99" + HEX.toHexDigits((short) signatures);
        byte[] bytes = HEX.parseHex(HEADER + "85" + SIGNATURE + KEY + count + SIGNATURE.repeat(signatures) + "a080");
        proof.put("proofValue", "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return new EcdsaSd2023(jsonLd)
                .statement(new Cryptosuite.Signed(proof, ReferenceData.parse(DOCUMENT), () -> document));
    }

    private static boolean parses(String hex) {
        return DerivedProofValue.parse(HEX.parseHex(hex)).isPresent();
    }
}
