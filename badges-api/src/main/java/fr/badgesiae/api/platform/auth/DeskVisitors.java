package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.html.Link;
import fr.badgesiae.api.platform.html.Viewer;
import fr.badgesiae.api.platform.html.Visitors;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gives pages the signed-in member and the navigation that their rights allow. */
public final class DeskVisitors implements Visitors {
    private final CookieCsrf csrf;
    private final Sessions sessions;
    private final Supplier<SitePaths> paths;

    /**
     * @param paths read at each request: features are built after pages
     */
    public DeskVisitors(CookieCsrf csrf, Sessions sessions, Supplier<SitePaths> paths) {
        this.csrf = csrf;
        this.sessions = sessions;
        this.paths = paths;
    }

    @Override
    public String csrf(ContainerRequestContext request) {
        return csrf.token(request);
    }

    @Override
    public String formKey() {
        return csrf.formKey();
    }

    @Override
    public Optional<String> ended(ContainerRequestContext request) {
        String how = request.getUriInfo().getQueryParameters().getFirst(EndedSession.NAME);
        if (!EndedSession.TIME.equals(how) && !EndedSession.CLOSED.equals(how)) {
            return Optional.empty();
        }
        boolean kept = SessionCookie.RESUME.value(request).isPresent();
        return Optional.of("common.ended." + how + (kept ? ".kept" : ""));
    }

    @Override
    public Optional<Viewer> viewer(ContainerRequestContext request) {
        return principal(request).map(principal -> {
            SitePaths site = paths.get();
            return new Viewer(
                    principal.name(),
                    principal.place(),
                    site.navigation(principal.rights(), NavigationEntry.Place.BAR),
                    site.navigation(principal.rights(), NavigationEntry.Place.MENU),
                    site.path(EntryPoint.DESK),
                    site.path(EntryPoint.SIGN_OUT),
                    principal.paused(),
                    principal.may(Permission.DESK) ? site.entryPoints().get(EntryPoint.SEARCH) : null,
                    principal.several() ? site.path(EntryPoint.PLACES) : null,
                    Arrays.stream(Permission.values()).filter(principal::may).collect(Collectors.toUnmodifiableSet()));
        });
    }

    @Override
    public FrenchZone zone(ContainerRequestContext request) {
        if (request.getProperty(ClaimPrincipal.PROPERTY) instanceof ClaimPrincipal claim) {
            return claim.zone();
        }
        if (request.getProperty(HolderPrincipal.PROPERTY) instanceof HolderPrincipal holder) {
            return holder.zone();
        }
        return principal(request).map(Principal::zone).orElse(FrenchZone.PARIS);
    }

    /** The principal of the filter. The filter never sees an unknown path; under the desk, the session is read instead. */
    private Optional<Principal> principal(ContainerRequestContext request) {
        if (request.getProperty(Principal.PROPERTY) instanceof Principal principal) {
            return Optional.of(principal);
        }
        boolean desk = paths.get().isDesk(request.getUriInfo().getPath());
        return desk
                ? sessions.resume(request, SessionCookie.DESK)
                        .filter(row -> !row.asleep())
                        .map(SessionRow::principal)
                : Optional.empty();
    }

    @Override
    public List<Link> footer() {
        return paths.get().footer();
    }
}
