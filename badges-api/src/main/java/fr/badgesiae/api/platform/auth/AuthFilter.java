package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the permission of each resource method. A method without annotation is denied to everybody. */
@Priority(Priorities.AUTHENTICATION)
public final class AuthFilter implements ContainerRequestFilter {
    private final Sessions sessions;
    private final SitePaths paths;
    private final EndedSession ended;

    @Context
    private ResourceInfo route;

    /** Keeps no form of an ended session. */
    public AuthFilter(Sessions sessions, SitePaths paths) {
        this(sessions, paths, EndedSession.keepsNothing());
    }

    public AuthFilter(Sessions sessions, SitePaths paths, EndedSession ended) {
        this.sessions = sessions;
        this.paths = paths;
        this.ended = ended;
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
            default -> desk(request);
        }
        FormOwner.of(request).ifPresent(owner -> {
            // First: the rights in this organisation say nothing of a form of another one.
            if (comesFromElsewhere(request, owner)) {
                keepForElsewhere(request);
                return;
            }
            requireRight(request, allowed.value());
            requireOwner(request, owner);
            resume(request, owner);
        });
    }

    /** A form of a page of another organisation, by the same account. To change the organisation is of none. */
    private boolean comesFromElsewhere(ContainerRequestContext request, FormOwner owner) {
        return owner.kind() == SessionKind.DESK
                && SentForm.in(request)
                        .flatMap(SentForm::owner)
                        .filter(owner::isElsewhere)
                        .isPresent()
                && !isPlaces(request);
    }

    private boolean isPlaces(ContainerRequestContext request) {
        return paths.path(EntryPoint.PLACES)
                .equals("/" + request.getUriInfo().getPath().replaceFirst("^/+", ""));
    }

    /** It must not act on the organisation that is open now. What was typed waits until its own is open again. */
    private void keepForElsewhere(ContainerRequestContext request) {
        Optional<NewCookie> kept = SentForm.in(request)
                .flatMap(SentForm::owner)
                .flatMap(owner -> ended.keep(request, owner))
                .map(sessions::rememberForm);
        Response.ResponseBuilder answer = Response.seeOther(URI.create(
                        paths.path(EntryPoint.PLACES) + (kept.isPresent() ? "?form=elsewhere" : "?form=lost")))
                .header("Cache-Control", "no-store");
        kept.ifPresent(answer::cookie);
        request.abortWith(answer.build());
    }

    /** A form of an earlier session is taken from its owner only. */
    private void requireOwner(ContainerRequestContext request, FormOwner owner) {
        Optional<SentForm> form = SentForm.in(request).filter(SentForm::sessionChanged);
        if (form.isPresent()
                && !form.get().owner().equals(Optional.of(owner))
                && !(form.get().owner().filter(owner::isElsewhere).isPresent() && isPlaces(request))) {
            throw new ProblemException(ProblemType.STALE_FORM, "This form belongs to somebody else.");
        }
    }

    /** The first page after the owner came back is that of the form that waits. */
    private void resume(ContainerRequestContext request, FormOwner owner) {
        if (!request.getMethod().equals("GET") || !wantsPage(request)) {
            return;
        }
        SessionCookie.RESUME
                .value(request)
                .filter(token -> ended.waits(request, token, owner))
                .ifPresent(token -> request.abortWith(Response.seeOther(URI.create(EndedSession.PATH + token))
                        .header("Cache-Control", "no-store")
                        .cookie(sessions.forgetForm())
                        .build()));
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        String accept = request.getHeaderString("Accept");
        return accept != null && accept.contains("text/html");
    }

    private void holder(ContainerRequestContext request) {
        if (sessions.sleeping(request).isPresent()) {
            // On a device that was passed over, one claim is answered; no holder space opens.
            redirect(request, paths.path(EntryPoint.WAKE), null);
            return;
        }
        Optional<SessionRow> session = sessions.resume(request, SessionCookie.HOLDER);
        if (session.isEmpty()) {
            redirect(request, paths.path(EntryPoint.HOLDER), SessionCookie.HOLDER);
            return;
        }
        request.setProperty(
                HolderPrincipal.PROPERTY,
                new HolderPrincipal(
                        session.get().holder(),
                        session.get().sessionId(),
                        session.get().zone()));
    }

    private void claim(ContainerRequestContext request) {
        Optional<ClaimPrincipal> claim = sessions.claim(request);
        if (claim.isEmpty()) {
            reopenClaim(request);
            return;
        }
        request.setProperty(ClaimPrincipal.PROPERTY, claim.get());
    }

    /** A device that was passed over goes back to its member; otherwise the slip of the form asks for its PIN. */
    private void reopenClaim(ContainerRequestContext request) {
        if (SessionCookie.DESK.value(request).isPresent()
                && SessionCookie.CLAIM.value(request).isEmpty()) {
            redirect(request, paths.path(EntryPoint.SIGN_IN), SessionCookie.DESK);
            return;
        }
        String entrance = SentForm.in(request)
                .flatMap(SentForm::owner)
                .flatMap(sessions::slip)
                .orElseGet(() -> paths.path(EntryPoint.CLAIM));
        redirect(request, entrance, SessionCookie.CLAIM);
    }

    private void desk(ContainerRequestContext request) {
        Optional<SessionRow> session = sessions.resume(request, SessionCookie.DESK);
        if (session.isEmpty()) {
            String path = "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
            redirect(
                    request,
                    paths.path(EntryPoint.SIGN_IN)
                            + (request.getMethod().equals("GET")
                                    ? "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                                    : ""),
                    SessionCookie.DESK);
            return;
        }
        SessionRow row = session.get();
        if (row.asleep()) {
            redirect(request, paths.path(EntryPoint.WAKE), null);
            return;
        }
        request.setProperty(Principal.PROPERTY, row.principal());
    }

    private static void requireRight(ContainerRequestContext request, Permission permission) {
        if (request.getProperty(Principal.PROPERTY) instanceof Principal member && !member.may(permission)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
    }

    /**
     * Redirects to the entry point, which says that the session is over. What a form brought is kept; without an owner it gets
     * 401.
     *
     * @param session the ended one, or null where it only sleeps
     */
    private void redirect(ContainerRequestContext request, String entryPoint, @Nullable SessionCookie session) {
        Response.ResponseBuilder answer;
        boolean wasOpen = session != null && session.value(request).isPresent();
        if (request.getMethod().equals("GET")) {
            answer = Response.seeOther(over(entryPoint, wasOpen ? EndedSession.TIME : null));
        } else {
            FormOwner owner = SentForm.in(request)
                    .flatMap(SentForm::owner)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.UNAUTHENTICATED, "Your session is over. Sign in and try again."));
            answer = Response.seeOther(over(entryPoint, wasOpen ? EndedSession.TIME : EndedSession.CLOSED));
            ended.keep(request, owner).map(sessions::rememberForm).ifPresent(answer::cookie);
        }
        request.abortWith(answer.header("Cache-Control", "no-store").build());
    }

    private static URI over(String entryPoint, @Nullable String how) {
        String sign = entryPoint.contains("?") ? "&" : "?";
        return URI.create(how == null ? entryPoint : entryPoint + sign + EndedSession.NAME + "=" + how);
    }
}
