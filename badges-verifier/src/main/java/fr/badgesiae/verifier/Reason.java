package fr.badgesiae.verifier;

import java.util.List;

/**
 * The reason of an outcome.
 *
 *
 * @param code one of the documented codes, such as {@code proof.key-not-listed-by-issuer}
 * @param arguments the values of the sentence's placeholders, in order
 */
public record Reason(String code, List<String> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String code, String... arguments) {
        return new Reason(code, List.of(arguments));
    }
}
