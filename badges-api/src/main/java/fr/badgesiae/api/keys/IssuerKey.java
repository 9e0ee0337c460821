package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.keys.Signer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A private key, opened for one act. The caller records its use with {@link SigningKeys#used} afterwards.
 *
 * @param organisation the owner, or null for the platform
 * @param verificationMethod its Multikey form in the owner's DID document, for embedded proofs
 * @param kid its JsonWebKey form there, the {@code kid} of a JWS
 * @param signer signs with the key and does not reveal it
 */
public record IssuerKey(
        UUID id,
        @Nullable OrganisationId organisation,
        KeyAlgorithm algorithm,
        String verificationMethod,
        String kid,
        Signer signer) {
    /** The {@code kid} of a JWS where the format knows no DID: the thumbprint (RFC 7638), as the published JWK is named. */
    public String thumbprint() {
        return kid.substring(kid.indexOf('#') + 1);
    }

    @Override
    public String toString() {
        return "IssuerKey[" + id + "]";
    }
}
