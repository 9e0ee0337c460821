package fr.badgesiae.api;

import fr.badgesiae.api.award.ClaimSessions;
import fr.badgesiae.api.award.OfferId;
import fr.badgesiae.api.holder.HolderSessions;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.stream.Stream;

/** What claims and holders ask of sessions, answered by the platform's. */
final class ServiceSessions {
    private final Sessions sessions;

    ServiceSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    HolderSessions forHolders() {
        return new HolderSessions() {
            @Override
            public List<NewCookie> open(HolderId holder) {
                return sessions.openHolder(holder);
            }

            @Override
            public List<NewCookie> close(ContainerRequestContext request) {
                return sessions.closeHolder(request);
            }
        };
    }

    ClaimSessions forClaims() {
        return new ClaimSessions() {
            @Override
            public List<NewCookie> open(OrganisationId organisation, OfferId offer) {
                return sessions.openClaim(organisation, offer.value());
            }

            @Override
            public List<NewCookie> passDevice(ContainerRequestContext request, OfferId offer) {
                sessions.sleep(Principal.of(request), offer.value());
                return List.of();
            }

            @Override
            public List<NewCookie> openHolder(ContainerRequestContext request, HolderId holder) {
                return Stream.concat(sessions.closeClaim(request).stream(), sessions.openHolder(holder).stream())
                        .toList();
            }

            @Override
            public List<NewCookie> close(ContainerRequestContext request) {
                return sessions.closeClaim(request);
            }
        };
    }
}
