package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Viewer;
import fr.badgesiae.api.platform.html.Visitors;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** Tells pages who is at the desk and where they may go. */
public final class DeskVisitors implements Visitors {
    private static final List<Viewer.Entry> NETWORK = List.of(
            new Viewer.Entry("/app/organisations", "common.nav.organisations"),
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
    private final Database database;

    public DeskVisitors(Csrf csrf, Database database) {
        this.csrf = csrf;
        this.database = database;
    }

    @Override
    public String csrf(ContainerRequestContext request) {
        return csrf.token(request);
    }

    @Override
    public Optional<Viewer> viewer(ContainerRequestContext request) {
        return request.getProperty(Principal.PROPERTY) instanceof Principal principal
                ? Optional.of(new Viewer(principal.name(), place(principal), navigation(principal.role()), "/signout"))
                : Optional.empty();
    }

    private String place(Principal principal) {
        return database.inOrganisation(
                principal.organisation(),
                handle -> handle.attach(SessionDao.class)
                        .place(principal.organisation().value()));
    }

    private static List<Viewer.Entry> navigation(Role role) {
        return switch (role) {
            case NETWORK_ADMIN -> NETWORK;
            case ORG_ADMIN -> ADMIN;
            case COUNSELLOR -> COUNSELLOR;
        };
    }
}
