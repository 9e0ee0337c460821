package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.keys.Signer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A private key, opened for one act. The caller records its use with {@link SigningKeys#used} afterwards.
 *
 * @param organisation the owner, or null for the platform
 * @param verificationMethod its URL in the owner's DID document
 * @param url its own https URL, the {@code kid} of a JWS
 * @param signer signs with the key and does not reveal it
 */
public record IssuerKey(
        UUID id,
        @Nullable OrganisationId organisation,
        KeyAlgorithm algorithm,
        String verificationMethod,
        String url,
        Signer signer) {
    @Override
    public String toString() {
        return "IssuerKey[" + id + "]";
    }
}
