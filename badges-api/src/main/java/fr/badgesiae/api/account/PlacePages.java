package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The organisations of an account: which one to work in now. */
@Path("/app/places")
@Produces(MediaType.TEXT_HTML)
public final class PlacePages {
    private final Platform platform;
    private final Sessions sessions;
    private final ListPlaces list;
    private final EnterPlace enter;

    PlacePages(Platform platform, Sessions sessions, ListPlaces list, EnterPlace enter) {
        this.platform = platform;
        this.sessions = sessions;
        this.list = list;
        this.enter = enter;
    }

    @GET
    @Allowed(Permission.SIGNED_IN)
    public Response list(@Context ContainerRequestContext request, @QueryParam("form") @DefaultValue("") String form) {
        Principal member = Principal.of(request);
        List<PlacesPage.Line> places = list.apply(member).stream()
                .map(place -> new PlacesPage.Line(
                        place.organisationId().toString(),
                        place.name(),
                        place.organisationId().equals(member.organisation().value())))
                .toList();
        PlacesPage page = new PlacesPage(member.place(), Sent.of(form), places);
        return platform.pages().show(request, "account/places", page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.SIGNED_IN)
    public Response enter(
            @Context ContainerRequestContext request, @FormParam("place") @DefaultValue("") String place) {
        Principal member = Principal.of(request);
        OrganisationId chosen = OrganisationId.parse(place);
        Response there = platform.pages().seeOther("/app", "account.done.place");
        if (chosen.equals(member.organisation())) {
            return there; // another tab was there first; its session goes on
        }
        OpenedSession opened = enter.apply(member, chosen);
        return Response.fromResponse(there)
                .cookie(sessions.cookies(opened).toArray(NewCookie[]::new))
                .build();
    }

    /** What became of a form that was sent in another organisation than its own. */
    public enum Sent {
        NOTHING,
        /** It waits in its own organisation. */
        WAITS,
        /** A password, or nothing that was typed. */
        LOST;

        static Sent of(String word) {
            return switch (word) {
                case "elsewhere" -> WAITS;
                case "lost" -> LOST;
                default -> NOTHING;
            };
        }
    }

    /**
     * The organisations of an account.
     *
     * @param here the one that is open
     * @param sent what became of a form of another one
     * @param places the last one opened first
     */
    public record PlacesPage(String here, Sent sent, List<Line> places) {
        /**
         * @param here whether it is open
         */
        public record Line(String id, String name, boolean here) {}
    }
}
