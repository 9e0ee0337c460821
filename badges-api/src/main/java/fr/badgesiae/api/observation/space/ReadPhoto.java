package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.util.Optional;

/** Reads the photograph of an observation of the holder, as it is stored. */
final class ReadPhoto {
    private final Platform platform;

    ReadPhoto(Platform platform) {
        this.platform = platform;
    }

    /** Empty without a photograph, and for an observation of somebody else. */
    Optional<byte[]> apply(HolderId holder, ObservationId id) {
        return platform.database()
                .inHolder(holder, handle -> handle.attach(SpaceDao.class).photo(id.value()));
    }
}
