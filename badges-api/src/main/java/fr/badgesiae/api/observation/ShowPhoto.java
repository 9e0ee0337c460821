package fr.badgesiae.api.observation;

import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.observation.content.PhotoSeal;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads the photograph of an observation for a member who may read the observation. */
final class ShowPhoto {
    private final Platform platform;
    private final PhotoSeal seal;

    ShowPhoto(Platform platform) {
        this.platform = platform;
        this.seal = new PhotoSeal(platform.vault());
    }

    /** @throws ProblemException NOT_FOUND without a photograph, or for an observation that the reader may not read */
    byte[] apply(Principal reader, ObservationId id) {
        byte[] sealed = platform.database().inOrganisation(reader.organisation(), handle -> {
            Observations.require(handle, reader, id);
            return handle.attach(ObservationDao.class)
                    .photo(id.value(), reader.organisation().value())
                    .orElseThrow(ProblemException::notFound);
        });
        return seal.open(id.value(), sealed);
    }
}
