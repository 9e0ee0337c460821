package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.SessionDao.NewSession.Life;
import jakarta.ws.rs.core.NewCookie;

/** A session that was opened in a transaction; {@link Sessions#cookies} gives it to the browser. Its token is never printed. */
public final class OpenedSession {
    private final SessionCookie cookie;
    private final String token;
    private final boolean ofPhone;

    OpenedSession(SessionCookie cookie, String token, boolean ofPhone) {
        this.cookie = cookie;
        this.token = token;
        this.ofPhone = ofPhone;
    }

    /** The cookie with the token. That of a phone stays in the browser as long as its session can last. */
    NewCookie give(Settings settings) {
        return ofPhone ? cookie.set(settings, token, Life.PHONE.longest()) : cookie.set(settings, token);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
