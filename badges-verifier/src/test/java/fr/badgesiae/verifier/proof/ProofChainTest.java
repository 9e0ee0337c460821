package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProofChainTest {
    private static final ProofResult PASSED = ProofResult.of(Outcome.PASSED, ReasonCode.PROOF_VERIFIED, List.of());

    @Test
    void aMissingProofIsMissingToEveryProofAboveIt() {
        ProofChain chain = chain("{\"previousProof\":\"b\"}", "{\"id\":\"b\",\"previousProof\":\"absent\"}");
        assertThat(chain.problemOf(0)).contains(ReasonCode.PROOF_PREVIOUS_NOT_FOUND);
        assertThat(chain.problemOf(1)).contains(ReasonCode.PROOF_PREVIOUS_NOT_FOUND);
    }

    @Test
    void aProofUponItselfLoopsAndOneUponAnotherDoesNot() {
        ProofChain chain = chain(
                "{\"id\":\"a\",\"previousProof\":\"b\"}",
                "{\"id\":\"b\",\"previousProof\":[\"a\"]}",
                "{\"id\":\"c\"}",
                "{\"previousProof\":\"c\"}");
        assertThat(chain.problemOf(0)).contains(ReasonCode.PROOF_PREVIOUS_LOOPS);
        assertThat(chain.problemOf(3)).isEmpty();
        assertThat(chain.before(3))
                .extracting(proof -> proof.path("id").asText())
                .containsExactly("c");
    }

    @Test
    void aProofFallsWithTheOneBelowItUnlessThatIsByAnotherParty() {
        ProofChain chain = chain("{\"id\":\"a\"}", "{\"previousProof\":\"a\"}");
        assertThat(settled(chain, PASSED)).isEqualTo("proof.verified");
        assertThat(settled(chain, ProofResult.failed(ReasonCode.PROOF_SIGNATURE_INVALID, List.of())))
                .isEqualTo("proof.previous-proof-failed");
        assertThat(settled(chain, ProofResult.failed(ReasonCode.PROOF_KEY_NOT_LISTED_BY_ISSUER, List.of())))
                .isEqualTo("proof.verified");
        assertThat(settled(chain, ProofResult.inconclusive(ReasonCode.PROOF_SUITE_NOT_EXAMINED, List.of(), "x")))
                .isEqualTo("proof.verified");
    }

    private static String settled(ProofChain chain, ProofResult below) {
        return chain.settle(List.of(below, PASSED)).get(1).reason().code();
    }

    private static ProofChain chain(String... proofs) {
        List<ObjectNode> read = Stream.of(proofs).map(ReferenceData::parse).toList();
        return new ProofChain(read);
    }
}
