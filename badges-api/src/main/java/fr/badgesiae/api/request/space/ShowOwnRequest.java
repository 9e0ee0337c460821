package fr.badgesiae.api.request.space;

import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads one request of the holder. */
public final class ShowOwnRequest {
    private final Platform platform;

    ShowOwnRequest(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for a request of somebody else */
    public OwnRequest apply(HolderId holder, RequestId id) {
        return platform.database()
                .inHolder(holder, handle -> handle.attach(SpaceRequestDao.class).request(id.value()))
                .map(OwnRequest::of)
                .orElseThrow(ProblemException::notFound);
    }
}
