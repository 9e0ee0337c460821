package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Revision;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sites, teams and groups: the list, a new one, a name, the archive. */
@Path("/app/groups")
@Produces(MediaType.TEXT_HTML)
public final class GroupPages {
    private final Platform platform;
    private final ListGroups list;
    private final CreateGroup create;
    private final ShowGroup show;
    private final EditGroup edit;
    private final ChangeGroup change;
    private final ArchiveGroup archive;

    GroupPages(Platform platform) {
        this.platform = platform;
        this.list = new ListGroups(platform.database());
        this.create = new CreateGroup(platform);
        this.show = new ShowGroup(platform.database());
        this.edit = new EditGroup(platform.database());
        this.change = new ChangeGroup(platform);
        this.archive = new ArchiveGroup(platform);
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response list(@Context ContainerRequestContext request, @QueryParam("archived") @Nullable String archived) {
        return list(request, 200, "yes".equals(archived), GroupForm.empty(), Errors.none());
    }

    private Response list(
            ContainerRequestContext request, int status, boolean archived, GroupForm typed, Errors errors) {
        List<Group> groups = list.apply(Principal.of(request).organisation(), archived);
        return platform.pages().show(request, status, "group/list", new Listing(groups, archived, typed, errors));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response create(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        GroupForm form = GroupForm.of(typed);
        CreateGroup.Created created = create.apply(Principal.of(request), form);
        return created.errors().isEmpty()
                ? platform.pages().seeOther("/app/groups/" + created.id(), "worker.done.group-created")
                : list(request, 422, false, form, created.errors());
    }

    @GET
    @Path("/{group}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("group") GroupId id,
            @QueryParam("after") @Nullable PersonId after) {
        ShowGroup.Shown shown = show.apply(Principal.of(request).organisation(), id, after);
        return platform.pages().show(request, "group/show", new GroupPage(shown, Errors.none()));
    }

    @GET
    @Path("/{group}/edit")
    @Allowed(Permission.AWARD)
    public Response edit(@Context ContainerRequestContext request, @PathParam("group") GroupId id) {
        EditGroup.Form now = edit.apply(Principal.of(request).organisation(), id);
        return form(
                request, 200, new FormPage(now.group(), now.sites(), now.group().form(), null, Errors.none()));
    }

    @POST
    @Path("/{group}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("group") GroupId id,
            MultivaluedMap<String, String> typed) {
        GroupForm form = GroupForm.of(typed);
        Principal by = Principal.of(request);
        return change.apply(by, id, Revision.of(typed), form).fold(new ChangeGroup.Cases<>() {
            @Override
            public Response saved() {
                return platform.pages().seeOther("/app/groups/" + id, "worker.done.group-saved");
            }

            @Override
            public Response invalid(Group now, Errors errors) {
                return form(request, 422, new FormPage(now, sites(by, id), form, null, errors));
            }

            @Override
            public Response savedSince(Group now) {
                Errors since = Errors.of("", "common.saved-since");
                return form(request, 409, new FormPage(now, sites(by, id), form, now.form(), since));
            }
        });
    }

    private List<GroupName> sites(Principal by, GroupId id) {
        return edit.apply(by.organisation(), id).sites();
    }

    private Response form(ContainerRequestContext request, int status, FormPage page) {
        return platform.pages().show(request, status, "group/form", page);
    }

    @POST
    @Path("/{group}/archive")
    @Allowed(Permission.AWARD)
    public Response archive(@Context ContainerRequestContext request, @PathParam("group") GroupId id) {
        archive.apply(Principal.of(request), id, true);
        return platform.pages().seeOther("/app/groups/" + id, "worker.done.group-archived");
    }

    /** Where another group has the name by now, the form asks for another one first. */
    @POST
    @Path("/{group}/restore")
    @Allowed(Permission.AWARD)
    public Response restore(@Context ContainerRequestContext request, @PathParam("group") GroupId id) {
        Principal by = Principal.of(request);
        Errors errors = archive.apply(by, id, false);
        if (errors.isEmpty()) {
            return platform.pages().seeOther("/app/groups/" + id, "worker.done.group-restored");
        }
        EditGroup.Form now = edit.apply(by.organisation(), id);
        return form(
                request, 422, new FormPage(now.group(), now.sites(), now.group().form(), null, errors));
    }

    /**
     * The groups by kind, and the form of a new one.
     *
     * @param archived whether the archived ones are shown
     */
    public record Listing(List<Group> groups, boolean archived, GroupForm typed, Errors errors) {
        public List<Group> of(GroupKind kind) {
            return groups.stream().filter(group -> group.kind() == kind).toList();
        }

        /** The kinds by their names. */
        public Map<String, String> kinds(PageContext context) {
            Map<String, String> kinds = new LinkedHashMap<>();
            for (GroupKind kind : GroupKind.values()) {
                kinds.put(kind.name(), context.t(kind.key()));
            }
            return kinds;
        }

        /** The sites by their ids, after none. */
        public Map<String, String> sites(PageContext context) {
            return GroupPages.sites(context, Groups.sites(groups));
        }
    }

    private static Map<String, String> sites(PageContext context, List<GroupName> sites) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", context.t("worker.group.no-site"));
        sites.forEach(site -> options.put(site.id().toString(), site.name()));
        return options;
    }

    /** A group and a page of its people. */
    public record GroupPage(ShowGroup.Shown shown, Errors errors) {
        /** The path of the next page, or null. */
        public @Nullable String next() {
            return shown.page()
                    .next()
                    .map(last -> shown.group().path() + "?after=" + last)
                    .orElse(null);
        }
    }

    /**
     * The form of a group.
     *
     * @param saved what a concurrent request saved, or null
     */
    public record FormPage(
            Group group,
            List<GroupName> sites,
            GroupForm form,
            @Nullable GroupForm saved,
            Errors errors) {
        /** The sites by their ids, after none; the present one also where it is archived. */
        public Map<String, String> options(PageContext context) {
            Map<String, String> options = GroupPages.sites(context, sites);
            if (group.site() != null && group.siteName() != null) {
                options.putIfAbsent(group.site().toString(), group.siteName());
            }
            return options;
        }

        public List<Difference> differences(PageContext context) {
            return saved == null
                    ? List.of()
                    : Difference.among(Stream.of(
                            new Difference(context.t("worker.group.name"), saved.name(), form.name()),
                            new Difference(
                                    context.t("worker.group.site"),
                                    options(context).getOrDefault(saved.site(), ""),
                                    options(context).getOrDefault(form.site(), ""))));
        }
    }
}
