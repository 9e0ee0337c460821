package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSHeader;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The protected header of a JWS (RFC 7515 4.1). Our own rules come first, each with its reason; the JOSE library then reads
 * {@code alg}, {@code kid}, {@code typ} and {@code cty}. It never sees members that would choose the key.
 */
public sealed interface ProtectedHeader {
    /** Acceptable; nothing is verified. */
    record Accepted(JWSHeader header, AllowedAlgorithms algorithm) implements ProtectedHeader {}

    /** Proves nothing, or is not examined. */
    record Refused(Outcome outcome, Reason reason) implements ProtectedHeader {
        private static Refused failed(ReasonCode code, String... arguments) {
            return new Refused(Outcome.FAILED, code.with(arguments));
        }
    }

    /**
     * Reads a header.
     *
     * @param members from a reader that refuses duplicate keys
     * @param texts members that must be texts where present
     */
    static ProtectedHeader read(ObjectNode members, List<String> texts) {
        String alg = members.path("alg").asText();
        if (!members.path("alg").isTextual() || AllowedAlgorithms.isRefused(alg)) {
            return Refused.failed(ReasonCode.PROOF_ALGORITHM_REFUSED, alg);
        }
        if (texts.stream().map(members::path).anyMatch(member -> !isTextOrMissing(member))) {
            return Refused.failed(ReasonCode.PROOF_SIGNATURE_MALFORMED);
        }
        // No extension is supported, so every critical one is unknown.
        if (members.has("crit")) {
            return Refused.failed(ReasonCode.PROOF_CRITICAL_HEADER_UNKNOWN);
        }
        if (members.has("b64")) {
            return Refused.failed(ReasonCode.PROOF_PAYLOAD_NOT_ENCODED);
        }
        Optional<AllowedAlgorithms> algorithm = AllowedAlgorithms.ofJose(alg);
        return algorithm.isPresent()
                ? parsed(members, algorithm.get())
                : new Refused(Outcome.INCONCLUSIVE, ReasonCode.PROOF_ALGORITHM_NOT_EXAMINED.with(alg));
    }

    private static boolean isTextOrMissing(JsonNode member) {
        return member.isTextual() || member.isMissingNode();
    }

    private static ProtectedHeader parsed(ObjectNode members, AllowedAlgorithms algorithm) {
        Map<String, Object> read = new HashMap<>();
        for (String name : List.of("alg", "kid", "typ", "cty")) {
            if (members.path(name).isTextual()) {
                read.put(name, members.path(name).textValue());
            }
        }
        try {
            return new Accepted(JWSHeader.parse(read), algorithm);
        } catch (ParseException | IllegalArgumentException e) {
            return Refused.failed(ReasonCode.PROOF_SIGNATURE_MALFORMED);
        }
    }
}
