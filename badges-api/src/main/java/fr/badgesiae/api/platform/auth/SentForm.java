package fr.badgesiae.api.platform.auth;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * A form whose token was right, as a property of its request.
 *
 * @param visit the value of the visit cookie
 * @param owner whose page it stood on; empty on pages open to everybody
 * @param sessionChanged whether its session is not that of the page: the route is open to its owner only
 * @param fields what was typed; of a file its hash
 */
public record SentForm(
        String visit, Optional<FormOwner> owner, boolean sessionChanged, MultivaluedMap<String, String> fields) {
    private static final String PROPERTY = SentForm.class.getName();

    static SentForm of(ContainerRequestContext request, Optional<FormOwner> owner, boolean sessionChanged) {
        String visit = SessionCookie.VISIT.value(request).orElseThrow();
        return new SentForm(visit, owner, sessionChanged, new MultivaluedHashMap<>());
    }

    /** The form of this request; empty for a request without one. */
    public static Optional<SentForm> in(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof SentForm form ? Optional.of(form) : Optional.empty();
    }

    /** The value of the visit cookie of this browser. */
    public static Optional<String> visit(ContainerRequestContext request) {
        return SessionCookie.VISIT.value(request);
    }

    SentForm with(MultivaluedMap<String, String> typed) {
        return new SentForm(visit, owner, sessionChanged, typed);
    }

    void remember(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }
}
