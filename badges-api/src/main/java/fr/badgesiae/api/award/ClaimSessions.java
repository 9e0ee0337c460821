package fr.badgesiae.api.award;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;

/** What a claim needs of whoever keeps sessions; every answer is cookies to set. */
public interface ClaimSessions {
    /** After the PIN was right: fifteen minutes to answer this offer. */
    List<NewCookie> open(OrganisationId organisation, OfferId offer);

    /** Puts the desk session to sleep: from now on this device reaches only the claim of this offer. */
    List<NewCookie> passDevice(ContainerRequestContext request, OfferId offer);

    /** The claim is over: in its place the holder's own space. */
    List<NewCookie> openHolder(ContainerRequestContext request, HolderId holder);

    /** The claim is over. */
    List<NewCookie> close(ContainerRequestContext request);
}
