package fr.badgesiae.verifier.keys;

import fr.badgesiae.verifier.Finding;
import java.util.List;

/**
 * The keys that one location lists for an issuer.
 *
 * @param keys the listed keys
 * @param state whether the location was read
 * @param findings the location and the fetched document
 */
public record KeyListing(List<VerificationMethod> keys, State state, List<Finding> findings) {
    public enum State {
        READ,
        UNREACHABLE,
        /** An unsupported DID method or URL form. */
        UNSUPPORTED,
        /** The document has another id than the requested one. */
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
