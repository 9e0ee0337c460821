package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;

/** What the space needs of whoever keeps sessions; every answer is cookies to set. */
public interface HolderSessions {
    /** Fifteen idle minutes in this holder's space. */
    List<NewCookie> open(HolderId holder);

    /** The space is closed on this device. */
    List<NewCookie> close(ContainerRequestContext request);
}
