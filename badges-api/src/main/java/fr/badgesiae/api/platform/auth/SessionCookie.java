package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.Settings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The session cookies: HttpOnly and SameSite=Lax. */
enum SessionCookie {
    DESK("desk"),
    HOLDER("me"),
    CLAIM("claim"),
    /** Not a session: the value that CSRF tokens are bound to before there is one. */
    VISIT("visit"),
    /** Not a session: the address of the form that was sent after its session had ended. */
    RESUME("resume");

    private final String cookieName;

    SessionCookie(String cookieName) {
        this.cookieName = cookieName;
    }

    /** The value in the request. */
    Optional<String> value(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(cookieName))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    NewCookie set(Settings settings, String token) {
        return with(settings, token, NewCookie.DEFAULT_MAX_AGE);
    }

    /** A cookie that outlives the browser's window. */
    NewCookie set(Settings settings, String token, Duration longest) {
        return with(settings, token, (int) longest.toSeconds());
    }

    NewCookie clear(Settings settings) {
        return with(settings, "", 0);
    }

    private NewCookie with(Settings settings, String value, int maxAge) {
        return new NewCookie.Builder(cookieName)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
