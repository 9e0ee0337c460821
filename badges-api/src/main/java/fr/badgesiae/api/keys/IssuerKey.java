package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.keys.Signer;
import java.util.UUID;

/**
 * A private key, opened for one act. Whoever took it says so to {@link SigningKeys#used} afterwards.
 *
 * @param organisation whose it is, or null for the platform's own
 * @param verificationMethod its address in the owner's DID document
 * @param url its own https address, the {@code kid} of a JWS
 * @param signer signs with it; the key itself stays inside
 */
public record IssuerKey(
        UUID id,
        OrganisationId organisation,
        KeyAlgorithm algorithm,
        String verificationMethod,
        String url,
        Signer signer) {
    @Override
    public String toString() {
        return "IssuerKey[" + id + "]";
    }
}
