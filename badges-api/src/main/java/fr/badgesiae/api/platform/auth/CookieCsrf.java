package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.AnyOriginFilter;
import fr.badgesiae.api.platform.web.ApiPath;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Binds each form to the session cookies of its page: the token is an HMAC over all of them. On a page of somebody it also
 * names the owner, authenticated for this visit, so that the form outlives its session: {@link AuthFilter} takes it in a
 * later session of the same owner. A page without a form needs no token and sets no cookie. The JSON API and what is open to
 * any origin read no cookie and need no token. Forms with files are left to {@link FileForms}.
 */
@Priority(Priorities.AUTHENTICATION - 100)
public final class CookieCsrf implements ContainerRequestFilter, ContainerResponseFilter {
    private static final int LARGEST_FORM = 256 * 1024;
    private static final String BETWEEN = "|";
    private static final String FRESH_VISIT = CookieCsrf.class.getName() + ".visit";

    private final Settings settings;
    private final Vault vault;
    private final Ids ids;

    @Context
    private ResourceInfo route;

    public CookieCsrf(Settings settings, Vault vault, Ids ids) {
        this.settings = settings;
        this.vault = vault;
        this.ids = ids;
    }

    /** The token for the forms of this session or visit. */
    public String token(ContainerRequestContext request) {
        String visit = SessionCookie.VISIT.value(request).orElseGet(() -> freshVisit(request));
        String bound = token(request, visit);
        return FormOwner.of(request)
                .map(owner -> String.join(BETWEEN, bound, owner.text(), owned(visit, owner)))
                .orElse(bound);
    }

    /** A random key for one form: what is sent twice under it counts once. */
    public String formKey() {
        return ids.token();
    }

    /** The value for the cookie of this answer: the same for all forms of the page. */
    private String freshVisit(ContainerRequestContext request) {
        if (request.getProperty(FRESH_VISIT) instanceof String visit) {
            return visit;
        }
        String visit = ids.token();
        request.setProperty(FRESH_VISIT, visit);
        return visit;
    }

    /**
     * Compares the token of a form with the session.
     *
     * @throws ProblemException STALE_FORM when it is missing or belongs to another session
     */
    void check(ContainerRequestContext request, @Nullable String token) {
        Optional<String> visit = SessionCookie.VISIT.value(request);
        if (visit.isEmpty() || token == null) {
            throw refusal();
        }
        String[] parts = token.split("\\|", -1);
        Optional<FormOwner> owner = parts.length == 3
                ? FormOwner.parse(parts[1]).filter(named -> same(owned(visit.get(), named), parts[2]))
                : Optional.empty();
        boolean ours = parts.length == 1 || owner.isPresent();
        if (ours && same(token(request, visit.get()), parts[0])) {
            SentForm.of(request, owner, false).remember(request);
        } else if (owner.isPresent() && mayBeOf(owner, request)) {
            SentForm.of(request, owner, true).remember(request);
        } else {
            throw refusal();
        }
    }

    /** A route open to its owner only: {@link AuthFilter} compares it, or has let its principal in before. */
    private boolean mayBeOf(Optional<FormOwner> owner, ContainerRequestContext request) {
        Optional<FormOwner> present = FormOwner.of(request);
        return route.getResourceMethod().isAnnotationPresent(Allowed.class)
                && (present.isEmpty() || present.equals(owner));
    }

    private static boolean same(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private String owned(String visit, FormOwner owner) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.lookup("csrf-owner", visit + BETWEEN + owner.text()));
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        boolean safe = request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD")
                || request.getMethod().equals("OPTIONS");
        if (safe || ApiPath.matches(request) || AnyOriginFilter.isFor(route)) {
            return;
        }
        requireOurOrigin(request);
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) && FileForms.areTaken(route)) {
            return; // FileForms checks it, or the route has no session
        }
        if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            throw refusal();
        }
        ContainerRequest buffered = (ContainerRequest) request;
        limit(request);
        buffered.bufferEntity();
        Form form = buffered.readEntity(Form.class);
        check(request, form.asMap().getFirst("_csrf"));
        SentForm.in(request).ifPresent(sent -> sent.with(form.asMap()).remember(request));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(FRESH_VISIT) instanceof String visit) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, SessionCookie.VISIT.set(settings, visit));
        }
    }

    private static void limit(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(LARGEST_FORM + 1);
        if (body.length > LARGEST_FORM) {
            throw new ProblemException(ProblemType.TOO_LARGE, "A form has at most 256 KiB.");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    /**
     * Checks the origin of a form where the browser sends one. Our pages send no referrer, so their forms carry {@code
     * Origin: null}; then the token alone decides.
     */
    private void requireOurOrigin(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            if (!site.equals("same-origin") && !site.equals("none")) {
                throw refusal();
            }
            return;
        }
        String origin = request.getHeaderString("Origin");
        if (origin != null && !origin.equals("null") && !origin.equals(settings.origin())) {
            throw refusal();
        }
    }

    private String token(ContainerRequestContext request, String visit) {
        StringBuilder bound = new StringBuilder(visit);
        for (SessionCookie cookie :
                new SessionCookie[] {SessionCookie.DESK, SessionCookie.HOLDER, SessionCookie.CLAIM}) {
            bound.append('|');
            bound.append(cookie.value(request).orElse(""));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.lookup("csrf", bound.toString()));
    }

    private static ProblemException refusal() {
        return new ProblemException(
                ProblemType.STALE_FORM,
                "This form is too old or came from elsewhere. Open its page again and send it.");
    }
}
