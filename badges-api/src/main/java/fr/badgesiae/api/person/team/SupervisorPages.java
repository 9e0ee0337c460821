package fr.badgesiae.api.person.team;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The members to whom a site or team is assigned, chosen by whoever manages. */
@Path("/app/groups/{group}/supervisors")
@Produces(MediaType.TEXT_HTML)
public final class SupervisorPages {
    private final Platform platform;
    private final ShowSupervisors show;
    private final AssignTeams assign;

    SupervisorPages(Platform platform, ShowSupervisors show, AssignTeams assign) {
        this.platform = platform;
        this.show = show;
        this.assign = assign;
    }

    @GET
    @Allowed(Permission.MEMBERS)
    public Response supervisors(@Context ContainerRequestContext request, @PathParam("group") GroupId team) {
        ShowSupervisors.Shown shown = show.apply(Principal.of(request).organisation(), team);
        return platform.pages().show(request, "team/supervisors", new Supervisors(shown));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.MEMBERS)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("group") GroupId team,
            MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        show.apply(by.organisation(), team);
        Ticks changed = Ticks.of(form);
        assign.apply(
                by,
                Ticks.pairs(changed.ticked(), id -> new AssignTeams.Assignment(new AccountId(id), team)),
                Ticks.pairs(changed.cleared(), id -> new AssignTeams.Assignment(new AccountId(id), team)));
        return platform.pages().seeOther("/app/groups/" + team, "worker.done.supervisors");
    }

    /** The members of a team, to tick. */
    public record Supervisors(ShowSupervisors.Shown shown) {
        public String back() {
            return "/app/groups/" + shown.team().id();
        }
    }
}
