package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.UUID;

/** Opens sessions for whoever a test lets in, without card, PIN or password. */
public final class TestSessions {
    private final Platform platform;
    private final Sessions sessions;

    public TestSessions(Platform platform, Sessions sessions) {
        this.platform = platform;
        this.sessions = sessions;
    }

    public static TestSessions of(Platform platform) {
        return new TestSessions(
                platform,
                new Sessions(
                        platform.database(), platform.settings(), platform.vault(), platform.ids(), platform.clock()));
    }

    public List<NewCookie> openDesk(OrganisationId organisation, AccountId account) {
        return sessions.cookies(platform.database()
                .inOrganisation(organisation, handle -> sessions.openDesk(handle, organisation, account)));
    }

    public List<NewCookie> openClaim(OrganisationId organisation, UUID offer) {
        return sessions.openClaim(organisation, offer);
    }

    public List<NewCookie> openHolder(HolderId holder) {
        return sessions.cookies(platform.database().inHolder(holder, handle -> sessions.openHolder(handle, holder)));
    }
}
