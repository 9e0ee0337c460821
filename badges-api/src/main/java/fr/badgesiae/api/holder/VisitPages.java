package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Translated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The history of the space. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
public final class VisitPages {
    private final Platform platform;
    private final ListVisits visits;

    VisitPages(Platform platform, ListVisits visits) {
        this.platform = platform;
        this.visits = visits;
    }

    @GET
    @Path("/history")
    @Allowed(Permission.HOLDER)
    public Response history(@Context ContainerRequestContext request) {
        List<History.Visit> lines = visits.apply(HolderPrincipal.of(request).holder()).stream()
                .map(visit -> new History.Visit(
                        visit.at(),
                        "holder.history."
                                + visit.way().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        visit.phone()))
                .toList();
        return platform.pages().show(request, "holder/history", new History(lines));
    }

    /** When and how the space was opened. */
    public record History(List<Visit> visits) implements Translated {

        /** One visit; {@code howKey} is a message key, {@code phone} its argument. */
        public record Visit(
                Instant at, String howKey, @Nullable String phone) {}
    }
}
