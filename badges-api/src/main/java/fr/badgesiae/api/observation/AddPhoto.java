package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.image.Photograph;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.observation.content.PhotoSeal;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an observation a photograph: encoded anew before the transaction begins, then encrypted. */
final class AddPhoto {
    /** Of the upload. */
    static final int MOST_BYTES = 10 << 20;

    private static final int SIDE = 1600;

    private final Platform platform;
    private final ChangeObservation change;
    private final PhotoSeal seal;

    AddPhoto(Platform platform, ChangeObservation change) {
        this.platform = platform;
        this.change = change;
        this.seal = new PhotoSeal(platform.vault());
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on; never compared as a record
    private record Cleaned(byte @Nullable [] photo, UnusableImageException.@Nullable Reason refusal) {}

    /**
     * Keeps the photograph, in place of another.
     *
     * @param upload at most one byte more than {@link #MOST_BYTES}
     * @return why the upload is no photograph; empty when it was kept
     */
    Optional<UnusableImageException.Reason> apply(Principal by, ObservationId id, byte[] upload) {
        Cleaned cleaned = platform.throttles().pictures().run(() -> clean(upload));
        if (cleaned.photo() != null) {
            change.apply(by, id, new ChangeObservation.Photo(seal.seal(id, cleaned.photo())));
        }
        return Optional.ofNullable(cleaned.refusal());
    }

    private static Cleaned clean(byte[] upload) {
        try {
            return new Cleaned(Photograph.clean(upload, MOST_BYTES, SIDE), null);
        } catch (UnusableImageException e) {
            return new Cleaned(null, e.reason());
        }
    }
}
