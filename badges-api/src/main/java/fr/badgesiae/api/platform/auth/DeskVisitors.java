package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.html.Viewer;
import fr.badgesiae.api.platform.html.Visitors;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** Tells pages who is at the desk and where they may go. */
public final class DeskVisitors implements Visitors {
    private static final List<Viewer.Entry> NETWORK = List.of(
            new Viewer.Entry("/app/organisations", "common.nav.organisations"),
            new Viewer.Entry("/app/trust", "common.nav.trust"),
            new Viewer.Entry("/app/password", "common.nav.password"));
    private static final List<Viewer.Entry> COUNSELLOR = List.of(
            new Viewer.Entry("/app/badges", "common.nav.badges"),
            new Viewer.Entry("/app/workers", "common.nav.workers"),
            new Viewer.Entry("/app/offers", "common.nav.offers"),
            new Viewer.Entry("/app/credentials", "common.nav.credentials"));
    private static final List<Viewer.Entry> ADMIN = List.of(
            new Viewer.Entry("/app/badges", "common.nav.badges"),
            new Viewer.Entry("/app/workers", "common.nav.workers"),
            new Viewer.Entry("/app/offers", "common.nav.offers"),
            new Viewer.Entry("/app/credentials", "common.nav.credentials"),
            new Viewer.Entry("/app/members", "common.nav.members"),
            new Viewer.Entry("/app/organisation", "common.nav.organisation"));

    private final Csrf csrf;
    private final Sessions sessions;

    public DeskVisitors(Csrf csrf, Sessions sessions) {
        this.csrf = csrf;
        this.sessions = sessions;
    }

    @Override
    public String csrf(ContainerRequestContext request) {
        return csrf.token(request);
    }

    @Override
    public Optional<Viewer> viewer(ContainerRequestContext request) {
        return principal(request)
                .map(principal ->
                        new Viewer(principal.name(), principal.place(), navigation(principal.role()), "/signout"));
    }

    /** Whom the filter let through; on an address of the desk that leads nowhere, which it never sees, whose desk it is. */
    private Optional<Principal> principal(ContainerRequestContext request) {
        if (request.getProperty(Principal.PROPERTY) instanceof Principal principal) {
            return Optional.of(principal);
        }
        boolean desk = request.getUriInfo().getPath().matches("/*app(/.*)?");
        return desk
                ? sessions.resume(request, SessionCookie.DESK)
                        .filter(row -> !row.asleep())
                        .map(AuthFilter::principal)
                : Optional.empty();
    }

    private static List<Viewer.Entry> navigation(Role role) {
        return switch (role) {
            case NETWORK_ADMIN -> NETWORK;
            case ORG_ADMIN -> ADMIN;
            case COUNSELLOR -> COUNSELLOR;
        };
    }
}
