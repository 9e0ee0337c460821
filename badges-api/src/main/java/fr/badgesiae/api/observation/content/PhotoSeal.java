package fr.badgesiae.api.observation.content;

import fr.badgesiae.api.platform.Vault;
import java.util.UUID;

/** Encrypts the photograph of an observation, for that observation alone. */
public final class PhotoSeal {
    private final Vault vault;

    public PhotoSeal(Vault vault) {
        this.vault = vault;
    }

    /** Encrypts a photograph. */
    public byte[] seal(ObservationId id, byte[] photo) {
        return vault.seal(photo, context(id.value()));
    }

    /** The photograph, a JPEG. */
    public byte[] open(UUID observation, byte[] sealed) {
        return vault.open(sealed, context(observation));
    }

    private static String context(UUID observation) {
        return "observation_photo.sealed|" + observation;
    }
}
