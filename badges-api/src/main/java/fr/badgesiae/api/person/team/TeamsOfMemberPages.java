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

/** The sites and teams of a member, chosen by whoever manages. */
@Path("/app/members/{member}/teams")
@Produces(MediaType.TEXT_HTML)
public final class TeamsOfMemberPages {
    private final Platform platform;
    private final ShowTeamsOfMember show;
    private final AssignTeams assign;

    TeamsOfMemberPages(Platform platform, ShowTeamsOfMember show, AssignTeams assign) {
        this.platform = platform;
        this.show = show;
        this.assign = assign;
    }

    @GET
    @Allowed(Permission.MEMBERS)
    public Response teams(@Context ContainerRequestContext request, @PathParam("member") AccountId member) {
        ShowTeamsOfMember.Shown shown = show.apply(Principal.of(request).organisation(), member);
        return platform.pages().show(request, "team/of-member", new MemberTeams(member.toString(), shown));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.MEMBERS)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("member") AccountId member,
            MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        show.apply(by.organisation(), member);
        Ticks changed = Ticks.of(form);
        assign.apply(
                by,
                Ticks.pairs(changed.ticked(), id -> new AssignTeams.Assignment(member, new GroupId(id))),
                Ticks.pairs(changed.cleared(), id -> new AssignTeams.Assignment(member, new GroupId(id))));
        return platform.pages().seeOther("/app/members", "worker.done.teams");
    }

    /** The teams of a member, to tick. */
    public record MemberTeams(String id, ShowTeamsOfMember.Shown shown) {
        public String path() {
            return "/app/members/" + id + "/teams";
        }
    }
}
