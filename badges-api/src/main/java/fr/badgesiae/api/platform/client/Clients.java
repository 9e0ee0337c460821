package fr.badgesiae.api.platform.client;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the client of each request, and marks its device after a sign-in or an opening. */
@Priority(Priorities.AUTHENTICATION - 200)
public final class Clients implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final String COOKIE = "device";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Settings settings;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final AtomicBoolean warned = new AtomicBoolean();

    @Context
    private @Nullable HttpServletRequest servlet;

    public Clients(Settings settings, Vault vault, Ids ids, Clock clock) {
        this.settings = settings;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String peer = servlet == null ? null : servlet.getRemoteAddr();
        List<String> forwarded = request.getHeaders().get(FORWARDED_FOR);
        ClientNetwork network = settings.proxies().network(peer, forwarded);
        if (!network.known() && forwarded != null && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "A proxy passes requests on, and trustedProxies (BADGES_TRUSTED_PROXIES) does not name its address."
                            + " All of its clients count as one for the limits.");
        }
        Cookie cookie = request.getCookies().get(COOKIE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        KnownDevice device = KnownDevice.read(cookie == null ? "" : cookie.getValue(), vault, today, ids::token);
        request.setProperty(Client.PROPERTY, new Client(network, device));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Client.of(request)
                .device()
                .changed()
                .ifPresent(value -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie(value)));
    }

    private NewCookie cookie(String value) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) Duration.ofDays(KnownDevice.DAYS).toSeconds())
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
