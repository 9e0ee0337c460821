package fr.badgesiae.api.platform.auth;

/** What a session opens. */
public enum SessionKind {
    DESK(SessionCookie.DESK),
    CLAIM(SessionCookie.CLAIM),
    HOLDER(SessionCookie.HOLDER);

    private final SessionCookie cookie;

    SessionKind(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** The cookie that holds its token. */
    SessionCookie cookie() {
        return cookie;
    }
}
