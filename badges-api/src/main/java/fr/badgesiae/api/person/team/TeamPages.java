package fr.badgesiae.api.person.team;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The people of the teams assigned to a member who only proposes. */
@Path("/app/team")
@Produces(MediaType.TEXT_HTML)
public final class TeamPages {
    private final Platform platform;
    private final ListTeamPeople list;
    private final ShowTeamPerson show;

    TeamPages(Platform platform, ListTeamPeople list, ShowTeamPerson show) {
        this.platform = platform;
        this.list = list;
        this.show = show;
    }

    @GET
    @Allowed(Permission.TEAM)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("group") @Nullable GroupId team,
            @QueryParam("after") @Nullable PersonId after) {
        ListTeamPeople.Listed listed = list.apply(Principal.of(request), team, after);
        return platform.pages().show(request, "team/people", new PeoplePage(listed, team));
    }

    @GET
    @Path("/{worker}")
    @Allowed(Permission.TEAM)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        ShowTeamPerson.Shown shown = show.apply(Principal.of(request), id);
        return platform.pages().show(request, "team/person", new PersonPage(shown));
    }

    /**
     * A page of the people of some teams.
     *
     * @param team the one that is shown, or null for all
     */
    public record PeoplePage(
            ListTeamPeople.Listed listed, @Nullable GroupId team) {
        public boolean shows(GroupName one) {
            return one.id().equals(team);
        }

        /** The path of the next page, or null. */
        public @Nullable String next() {
            String start = team == null ? "/app/team?" : "/app/team?group=" + team + "&";
            return listed.next().map(last -> start + "after=" + last).orElse(null);
        }
    }

    /** One of them. */
    public record PersonPage(ShowTeamPerson.Shown shown) {}
}
