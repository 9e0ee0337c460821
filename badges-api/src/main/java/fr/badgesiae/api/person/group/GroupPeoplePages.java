package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of a group: put in, taken out. No address carries a name. */
@Path("/app/groups/{group}/people")
@Produces(MediaType.TEXT_HTML)
public final class GroupPeoplePages {
    private static final int LONGEST_SEARCH = 200;

    private final Platform platform;
    private final ShowGroup show;
    private final ListOthers others;
    private final AddMembers add;
    private final RemoveMembers remove;

    GroupPeoplePages(Platform platform) {
        this.platform = platform;
        this.show = new ShowGroup(platform.database());
        this.others = new ListOthers(platform.database());
        this.add = new AddMembers(platform);
        this.remove = new RemoveMembers(platform);
    }

    @GET
    @Allowed(Permission.AWARD)
    public Response others(
            @Context ContainerRequestContext request,
            @PathParam("group") GroupId id,
            @QueryParam("after") @Nullable PersonId after) {
        return others(request, 200, id, "", after, Errors.none());
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response search(
            @Context ContainerRequestContext request,
            @PathParam("group") GroupId id,
            MultivaluedMap<String, String> form) {
        return others(request, 200, id, words(form), null, Errors.none());
    }

    private Response others(
            ContainerRequestContext request,
            int status,
            GroupId id,
            String words,
            @Nullable PersonId after,
            Errors errors) {
        ShowGroup.Shown shown = others.apply(Principal.of(request).organisation(), id, words, after);
        return platform.pages().show(request, status, "group/people", new OthersPage(shown, words, errors));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response add(
            @Context ContainerRequestContext request,
            @PathParam("group") GroupId id,
            MultivaluedMap<String, String> form) {
        Set<PersonId> people = people(form);
        if (people.isEmpty()) {
            return others(request, 422, id, words(form), null, Errors.of("people", "worker.group.error.nobody"));
        }
        add.apply(Principal.of(request), id, people);
        return platform.pages().seeOther("/app/groups/" + id, "worker.done.group-added");
    }

    /** The answer names who was taken out, and brings them back with one button. */
    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response remove(
            @Context ContainerRequestContext request,
            @PathParam("group") GroupId id,
            MultivaluedMap<String, String> form) {
        Set<PersonId> people = people(form);
        if (people.isEmpty()) {
            Errors nobody = Errors.of("people", "worker.group.error.nobody");
            ShowGroup.Shown shown = show.apply(Principal.of(request).organisation(), id, null);
            return platform.pages().show(request, 422, "group/show", new GroupPages.GroupPage(shown, nobody));
        }
        RemoveMembers.Removed removed = remove.apply(Principal.of(request), id, people);
        return platform.pages().show(request, "group/removed", new RemovedPage(removed.group(), removed.people()));
    }

    /** As many as a page shows. */
    private static Set<PersonId> people(MultivaluedMap<String, String> form) {
        return form.getOrDefault("people", List.of()).stream()
                .limit(Member.PAGE)
                .map(PersonId::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String words(MultivaluedMap<String, String> form) {
        String typed = form.getFirst("words");
        String words = typed == null ? "" : typed.strip();
        return words.substring(0, Math.min(LONGEST_SEARCH, words.length()));
    }

    /**
     * A page of those who are not in a group.
     *
     * @param words of the search, or empty
     */
    public record OthersPage(ShowGroup.Shown shown, String words, Errors errors) {
        /** The path of the next page, or null; a search shows its first page alone. */
        public @Nullable String next() {
            return words.isEmpty()
                    ? shown.page()
                            .next()
                            .map(last -> shown.group().path() + "/people?after=" + last)
                            .orElse(null)
                    : null;
        }

        /** Whether a search found more than it shows. */
        public boolean more() {
            return !words.isEmpty() && shown.page().next().isPresent();
        }
    }

    /** Who was just taken out of a group. */
    public record RemovedPage(Group group, List<Member> people) {}
}
