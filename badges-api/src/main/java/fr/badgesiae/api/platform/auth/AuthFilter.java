package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks the permission of each resource method. A method without annotation is denied to everybody. */
@Priority(Priorities.AUTHENTICATION)
public final class AuthFilter implements ContainerRequestFilter {
    private final Sessions sessions;
    private final SitePaths paths;

    @Context
    private ResourceInfo route;

    public AuthFilter(Sessions sessions, SitePaths paths) {
        this.sessions = sessions;
        this.paths = paths;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = route.getResourceMethod();
        if (method == null || method.isAnnotationPresent(Open.class)) {
            return;
        }
        Allowed allowed = method.getAnnotation(Allowed.class);
        if (allowed == null) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This route is open to nobody.");
        }
        switch (allowed.value()) {
            case HOLDER -> holder(request);
            case CLAIM -> claim(request);
            default -> desk(request, allowed.value());
        }
    }

    private void holder(ContainerRequestContext request) {
        if (sessions.sleeping(request).isPresent()) {
            // On a device that was passed over, one claim is answered; no holder space opens.
            redirect(request, paths.path(EntryPoint.WAKE));
            return;
        }
        Optional<SessionRow> session = sessions.resume(request, SessionCookie.HOLDER);
        if (session.isEmpty()) {
            redirect(request, paths.path(EntryPoint.HOLDER));
            return;
        }
        request.setProperty(
                HolderPrincipal.PROPERTY,
                new HolderPrincipal(session.get().holder(), session.get().sessionId()));
    }

    private void claim(ContainerRequestContext request) {
        // On a device that was passed over, the offer of the sleeping desk session counts before any claim cookie.
        Optional<ClaimPrincipal> passed = sessions.resume(request, SessionCookie.DESK)
                .filter(SessionRow::asleep)
                .map(row -> new ClaimPrincipal(row.organisation(), row.offer(), row.sessionId(), row.account()));
        Optional<ClaimPrincipal> claim = passed.or(() -> sessions.resume(request, SessionCookie.CLAIM)
                .map(row -> new ClaimPrincipal(row.organisation(), row.offer(), row.sessionId(), null)));
        if (claim.isEmpty()) {
            redirect(request, paths.path(EntryPoint.CLAIM));
            return;
        }
        request.setProperty(ClaimPrincipal.PROPERTY, claim.get());
    }

    private void desk(ContainerRequestContext request, Permission permission) {
        Optional<SessionRow> session = sessions.resume(request, SessionCookie.DESK);
        if (session.isEmpty()) {
            String path = "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
            redirect(
                    request,
                    paths.path(EntryPoint.SIGN_IN) + "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
            return;
        }
        SessionRow row = session.get();
        if (row.asleep()) {
            redirect(request, paths.path(EntryPoint.WAKE));
            return;
        }
        Principal principal = row.principal();
        request.setProperty(Principal.PROPERTY, principal);
        if (!principal.role().may(permission)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your role does not include this.");
        }
    }

    /** Redirects a GET to the entry point; answers any other method with 401. */
    private static void redirect(ContainerRequestContext request, String entryPoint) {
        if (!request.getMethod().equals("GET")) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "Your session is over. Sign in and try again.");
        }
        request.abortWith(Response.seeOther(URI.create(entryPoint))
                .header("Cache-Control", "no-store")
                .build());
    }
}
