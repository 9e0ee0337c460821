package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of a run: search, tick, turn pages. Each form keeps the ticks of its page; no address carries a name. */
@Path("/app/award-runs/{run}/people")
@Produces(MediaType.TEXT_HTML)
public final class RunPeoplePages {
    private static final int LONGEST_SEARCH = 200;

    private final Platform platform;
    private final ListCandidates list;
    private final ChoosePeople choose;

    RunPeoplePages(Platform platform, ListCandidates list, ChoosePeople choose) {
        this.platform = platform;
        this.list = list;
        this.choose = choose;
    }

    /** @param all whether everybody found was chosen just before */
    @GET
    @Allowed(Permission.PROPOSE)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            @QueryParam("after") @Nullable PersonId after,
            @QueryParam("all") boolean all) {
        Reach reader = Reach.of(AwardRunPages.member(request));
        ListCandidates.Found found = list.apply(reader, id, Optional.ofNullable(after), all);
        return found.run().draft()
                ? page(request, 200, found, after, Errors.none())
                : platform.pages().seeOther(found.run().path());
    }

    private Response page(
            ContainerRequestContext request,
            int status,
            ListCandidates.Found found,
            @Nullable PersonId after,
            Errors errors) {
        return platform.pages().show(request, status, "bulk/run-people", new People(found, after, errors));
    }

    /** Keeps the ticks of the page, then does what the pressed button says. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response choose(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            MultivaluedMap<String, String> form) {
        Reach reader = Reach.of(AwardRunPages.member(request));
        String act = text(form, "do");
        String last = text(form, "last");
        ChoosePeople.Chosen chosen = choose.apply(reader, id, choice(form, act));
        PersonId after = page(form, act, last);
        if (chosen.full()) {
            return again(request, reader, id, after, Errors.of("people", "bulk.people.error.full", AwardRun.MOST));
        }
        if (chosen.noGroup()) {
            return again(request, reader, id, after, Errors.of("group", "bulk.people.error.group"));
        }
        if (act.equals("go") && chosen.chosen() == 0) {
            return again(request, reader, id, after, Errors.of("people", "bulk.people.error.none"));
        }
        String path = "/app/award-runs/" + id;
        if (chosen.first()) {
            return platform.pages().seeOther(path + "/people", "bulk.done.first");
        }
        if (act.equals("all") || act.equals("group")) {
            return platform.pages().seeOther(path + "/people?all=true");
        }
        return platform.pages()
                .seeOther(
                        act.equals("go")
                                ? path + "/text"
                                : path + "/people" + (after == null ? "" : "?after=" + after));
    }

    private Response again(
            ContainerRequestContext request, Reach reader, AwardRunId id, @Nullable PersonId after, Errors errors) {
        return page(request, 422, list.apply(reader, id, Optional.ofNullable(after), false), after, errors);
    }

    /** The last person before the page to show: the next page, the first one, or this one again. */
    private static @Nullable PersonId page(MultivaluedMap<String, String> form, String act, String last) {
        String after = switch (act) {
            case "next" -> last;
            case "search", "first", "clear", "group" -> "";
            default -> text(form, "after");
        };
        return after.isEmpty() ? null : PersonId.fromString(after);
    }

    private static ChoosePeople.Choice choice(MultivaluedMap<String, String> form, String act) {
        String words = act.equals("clear") || act.equals("group")
                ? ""
                : text(form, "words").strip();
        String group = act.equals("clear") ? "" : text(form, "group");
        ChoosePeople.More more = switch (act) {
            case "all" -> ChoosePeople.More.EVERYBODY_FOUND;
            case "group" -> ChoosePeople.More.WHOLE_GROUP;
            case "none" -> ChoosePeople.More.NOBODY;
            default -> ChoosePeople.More.NOTHING;
        };
        return new ChoosePeople.Choice(
                people(form, "shown"),
                people(form, "people"),
                people(form, "again"),
                words.substring(0, Math.min(LONGEST_SEARCH, words.length())),
                group.isEmpty() ? Optional.empty() : Optional.of(GroupId.fromString(group)),
                more);
    }

    /** As many as a page shows. */
    private static Set<PersonId> people(MultivaluedMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).stream()
                .limit(ListCandidates.PAGE)
                .map(PersonId::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    /**
     * A page of people to choose.
     *
     * @param after the last person of the page before, or null on the first
     */
    public record People(
            ListCandidates.Found found, @Nullable PersonId after, Errors errors) {
        /** Whether a group or a search narrows the people. */
        public boolean narrowed() {
            return found.run().group() != null || !found.run().search().isEmpty();
        }

        /** The groups by their ids, after everybody; the chosen one also where it is archived by now. */
        public Map<String, String> groups(PageContext context) {
            Map<String, String> groups = GroupName.options(
                    context, "bulk.people.no-group", found.run().groups());
            GroupName chosen = found.run().group();
            if (chosen != null) {
                groups.putIfAbsent(chosen.id().toString(), chosen.text(context));
            }
            return groups;
        }

        /** Whether the search finds more people than a run takes. */
        public boolean more() {
            return found.found() > AwardRun.MOST;
        }
    }
}
