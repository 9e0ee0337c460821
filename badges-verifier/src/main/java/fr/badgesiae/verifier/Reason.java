package fr.badgesiae.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reason of an outcome.
 *
 * @param code one of the documented codes, such as {@code proof.key-not-listed-by-issuer}
 * @param arguments the values of the sentence's placeholders, in order
 */
public record Reason(String code, List<String> arguments) {
    /** The codes whose last argument is the kind of a failed fetch, or another key of {@code failure.} in the sentences. */
    private static final Set<String> OF_FAILURES = codes(
            ReasonCode.FORMAT_NOT_FETCHED,
            ReasonCode.SCHEMA_BADGE_CLASS_UNREACHABLE,
            ReasonCode.ISSUER_BADGE_CLASS_UNREACHABLE,
            ReasonCode.PROOF_HOSTED_UNREACHABLE,
            ReasonCode.PROOF_HOSTED_ID_NOT_CONFIRMED,
            ReasonCode.PROOF_SCOPE_UNKNOWN,
            ReasonCode.REFRESH_UNREACHABLE,
            ReasonCode.STATUS_LIST_UNREACHABLE);

    private static final Set<String> OF_SPELLINGS = codes(ReasonCode.RECIPIENT_OTHER_SPELLING);

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String code, String... arguments) {
        return new Reason(code, List.of(arguments));
    }

    /** Why something could not be fetched. Words of a document, which may look the same, are never taken for it. */
    Optional<String> failure() {
        return OF_FAILURES.contains(code) ? last() : Optional.empty();
    }

    /** The differences between two spellings, joined by plus signs. */
    Optional<String> differences() {
        return OF_SPELLINGS.contains(code) ? last() : Optional.empty();
    }

    private Optional<String> last() {
        return arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.get(arguments.size() - 1));
    }

    private static Set<String> codes(ReasonCode... codes) {
        return Arrays.stream(codes).map(ReasonCode::code).collect(Collectors.toUnmodifiableSet());
    }
}
