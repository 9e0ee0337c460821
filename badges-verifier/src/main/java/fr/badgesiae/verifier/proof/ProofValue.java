package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.List;
import java.util.Optional;

/** Reads {@code proofValue} as the suites with plain signatures write it: multibase base58btc. */
final class ProofValue {
    private ProofValue() {}

    /** The signature's bytes, or empty when they are not written so. */
    static Optional<byte[]> base58(JsonNode proof) {
        String value = proof.path("proofValue").asText();
        return proof.path("proofValue").isTextual() && value.startsWith("z")
                ? Base58.decode(value.substring(1))
                : Optional.empty();
    }

    /** The ECDSA algorithm whose signatures have this length; the suites leave the curve to the key. */
    static Optional<AllowedAlgorithms> ecdsa(byte[] signature) {
        return switch (signature.length) {
            case 64 -> Optional.of(AllowedAlgorithms.ES256);
            case 96 -> Optional.of(AllowedAlgorithms.ES384);
            default -> Optional.empty();
        };
    }

    /** Whether it can be an Ed25519 signature. */
    static boolean isEd25519(byte[] signature) {
        return signature.length == 64;
    }

    static Cryptosuite.Answered malformed() {
        return new Cryptosuite.Answered(ProofResult.failed(ReasonCode.PROOF_SIGNATURE_MALFORMED, List.of()));
    }
}
