package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.person.part.PersonHistory;
import fr.badgesiae.api.person.space.SpaceState;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.Sort;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workers at the desk. URLs carry no name: a search is a POST, a page starts after an id. */
@Path("/app/workers")
@Produces(MediaType.TEXT_HTML)
public final class PersonPages {
    private final Platform platform;
    private final ListPeople list;
    private final SearchPeople search;
    private final ShowPerson show;

    PersonPages(Platform platform, People people, ShowPerson show) {
        this.platform = platform;
        this.list = new ListPeople(platform.database(), people);
        this.search = new SearchPeople(platform.database(), people);
        this.show = show;
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("notice") @DefaultValue("") String notice,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("group") @DefaultValue("") String group,
            @QueryParam("sort") @Nullable String order,
            @QueryParam("after") @Nullable PersonId after) {
        ListPeople.Filter filter = ListPeople.Filter.of(notice, kind, group);
        Sort<PeopleColumn> sort = Sort.of(order, PeopleColumn.BY_NAME);
        ListPeople.Listed listed = list.apply(Principal.of(request).organisation(), filter, sort, after);
        return list(request, new PersonListPage("", filter, sort, listed));
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String words) {
        String wanted = words.strip();
        ListPeople.Listed found = search.apply(Principal.of(request).organisation(), wanted);
        return list(request, new PersonListPage(wanted, ListPeople.Filter.NONE, PeopleColumn.BY_NAME, found));
    }

    private Response list(ContainerRequestContext request, PersonListPage page) {
        return platform.pages().show(request, "person/list", page);
    }

    @GET
    @Path("/{worker}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        Principal reader = Principal.of(request);
        ShowPerson.Outcome outcome = show.apply(reader, id);
        if (outcome instanceof ShowPerson.Merged merged) {
            return platform.pages().seeOther("/app/workers/" + merged.into());
        }
        ShowPerson.Shown shown = ((ShowPerson.Found) outcome).shown();
        PersonPage page = new PersonPage(
                shown.person(),
                shown.space(),
                reader.may(Permission.AWARD) ? shown.heldOn() : null,
                reader.may(Permission.AWARD) ? shown.alike() : null,
                shown.parts(),
                shown.done(),
                reader.may(Permission.JOURNAL));
        return platform.pages().show(request, "person/show", page);
    }

    /**
     * The organisation's people.
     *
     * @param words of the search, or empty; what it finds stands by name
     */
    public record PersonListPage(
            String words, ListPeople.Filter filter, Sort<PeopleColumn> sort, ListPeople.Listed listed) {
        /** The list in another order, from its first page. */
        public String sorted(PeopleColumn column) {
            return filter.path(sort.next(column));
        }

        public List<Person> people() {
            return listed.people();
        }

        /** What the file of the list is made from. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>(filter.words());
            fields.put("words", words);
            fields.put("sort", sort.word());
            return fields;
        }

        /** Whether a search found more than it shows. */
        public boolean more() {
            return !words.isEmpty() && listed.more();
        }

        /** Whether the list shows only some of them. */
        public boolean narrowed() {
            return !words.isEmpty() || !filter.equals(ListPeople.Filter.NONE);
        }

        /** The key of what an empty list says. */
        public String emptyKey() {
            if (!words.isEmpty()) {
                return "worker.list.none-found";
            }
            if (filter.group().isPresent()) {
                return "worker.list.none-of-group";
            }
            if (filter.kind().isPresent()) {
                return "worker.list.none-of-kind";
            }
            return filter.uninformed() ? "worker.list.all-informed" : "worker.list.empty";
        }

        /** The path of the next page, or null. */
        public @Nullable String next() {
            String path = filter.path(sort);
            return words.isEmpty() && listed.more()
                    ? path + (path.contains("?") ? "&" : "?") + "after="
                            + people().get(people().size() - 1).id()
                    : null;
        }

        /** The groups by their ids, after everybody. */
        public Map<String, String> groups(PageContext context) {
            return GroupName.options(context, "worker.list.every-group", listed.groups());
        }

        /** The kinds by their words, after everybody. */
        public Map<String, String> kinds(PageContext context) {
            Map<String, String> kinds = new LinkedHashMap<>();
            kinds.put("", context.t("worker.list.every-kind"));
            kinds.putAll(PersonFormPages.kinds(context));
            return kinds;
        }
    }

    /**
     * One worker at the desk, and how they get into their space.
     *
     * @param heldOn the day since which a dispute keeps the file from erasure; null without, and for who does not keep files
     * @param alike another file of nearly the same name; likewise
     * @param done the latest acts, newest first
     * @param journal whether the reader may open the journal
     */
    public record PersonPage(
            Person person,
            SpaceState space,
            @Nullable LocalDate heldOn,
            @Nullable PersonId alike,
            List<ShowPerson.Part> parts,
            List<PersonHistory.Line> done,
            boolean journal) {
        /** Whoever is no worker has no pathway, but may have had one. */
        public boolean shows(ShowPerson.Part part) {
            return !part.lines().isEmpty()
                    || switch (part.kind()) {
                        case PROPOSALS -> false;
                        case PATHWAYS -> person.kind() == PersonKind.WORKER;
                        default -> true;
                    };
        }
    }
}
