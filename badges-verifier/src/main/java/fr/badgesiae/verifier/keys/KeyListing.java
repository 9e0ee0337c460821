package fr.badgesiae.verifier.keys;

import fr.badgesiae.verifier.Finding;
import java.util.List;

/**
 * The keys that one place lists for an issuer.
 *
 * @param keys what is listed
 * @param state whether the place could be asked
 * @param findings where it is and what was fetched
 */
public record KeyListing(List<VerificationMethod> keys, State state, List<Finding> findings) {
    public enum State {
        READ,
        UNREACHABLE,
        /** A DID method or address form that this verifier cannot resolve. */
        UNSUPPORTED,
        /** The document names another id than the one it was asked for. */
        OTHER_ID
    }

    public KeyListing {
        keys = List.copyOf(keys);
        findings = List.copyOf(findings);
    }

    static KeyListing nothing(State state, Finding... findings) {
        return new KeyListing(List.of(), state, List.of(findings));
    }
}
