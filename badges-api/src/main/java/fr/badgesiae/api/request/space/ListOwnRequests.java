package fr.badgesiae.api.request.space;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Lists what the holder asked, newest first. */
public final class ListOwnRequests {
    private static final int MOST = 50;

    private final Platform platform;

    ListOwnRequests(Platform platform) {
        this.platform = platform;
    }

    /**
     * The requests.
     *
     * @param canAsk whether an organisation has a file of the holder
     */
    public record Found(List<OwnRequest> requests, boolean canAsk) {}

    public Found apply(HolderId holder) {
        return platform.database().inHolder(holder, handle -> {
            SpaceRequestDao dao = handle.attach(SpaceRequestDao.class);
            return new Found(
                    dao.requests(MOST).stream().map(OwnRequest::of).toList(),
                    !dao.files().isEmpty());
        });
    }
}
