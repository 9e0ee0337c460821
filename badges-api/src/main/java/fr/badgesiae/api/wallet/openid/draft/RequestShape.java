package fr.badgesiae.api.wallet.openid.draft;

import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import java.util.Set;
import java.util.function.Supplier;

/** The version of the protocol that a credential request is written in; it is answered in the same. */
public enum RequestShape {
    FINAL,
    DRAFT_13,
    DRAFT_15,
    /** One proof and a {@code credential_identifier}, where both drafts are accepted: they write this request alike. */
    DRAFT_13_OR_15;

    /** The shape of a request with one {@code proof} and a {@code credential_identifier}. */
    public static RequestShape byIdentifier(Set<OpenidDraft> accepted) {
        return accepted.size() > 1 ? DRAFT_13_OR_15 : accepted.contains(OpenidDraft.DRAFT_13) ? DRAFT_13 : DRAFT_15;
    }

    /** Whether the answer has {@code credential}, and the next nonce. */
    public boolean hasOneCredential() {
        return this == DRAFT_13 || this == DRAFT_13_OR_15;
    }

    /** Whether the answer has {@code credentials}. */
    public boolean hasCredentials() {
        return this != DRAFT_13;
    }

    /**
     * The same refusal in this shape: draft 13 has one error for proofs and nonces, and the next nonce with it; the drafts do not
     * know every error of 1.0, and wallets may take none outside the list of their draft.
     *
     * @param nonces makes the next nonce
     */
    public OpenidException refusal(OpenidException refused, Supplier<String> nonces) {
        OpenidError error = known(refused.error());
        boolean ofProof = hasOneCredential() && error == OpenidError.INVALID_PROOF;
        return ofProof || error != refused.error()
                ? new OpenidException(error, refused.description(), ofProof ? nonces.get() : null)
                : refused;
    }

    /** Draft 13, section 7.3.1.2; draft 15, section 8.3.1.2. */
    private OpenidError known(OpenidError error) {
        if (this == FINAL) {
            return error;
        }
        return switch (error) {
            case UNKNOWN_CREDENTIAL_CONFIGURATION -> OpenidError.UNSUPPORTED_CREDENTIAL_TYPE;
            case UNKNOWN_CREDENTIAL_IDENTIFIER -> OpenidError.INVALID_CREDENTIAL_REQUEST;
            case CREDENTIAL_REQUEST_DENIED -> hasOneCredential() ? OpenidError.INVALID_CREDENTIAL_REQUEST : error;
            case INVALID_NONCE -> hasOneCredential() ? OpenidError.INVALID_PROOF : error;
            default -> error;
        };
    }
}
