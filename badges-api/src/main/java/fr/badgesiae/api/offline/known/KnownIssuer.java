package fr.badgesiae.api.offline.known;

import fr.badgesiae.api.keys.PublishedKey;
import fr.badgesiae.api.organisation.VettedOrganisation;
import java.util.List;
import java.util.Optional;

/**
 * An organisation that a network of this platform vouches for.
 *
 * @param address its https address, the issuer in a code
 * @param keys all that it ever signed codes with
 */
public record KnownIssuer(String address, VettedOrganisation organisation, List<PublishedKey> keys) {
    /** The key with this thumbprint. */
    public Optional<PublishedKey> key(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }
}
