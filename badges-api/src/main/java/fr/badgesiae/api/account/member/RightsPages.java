package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Revision;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member may do: a preset, or rights set by hand. */
@Path("/app/members/{member}/rights")
@Produces(MediaType.TEXT_HTML)
public final class RightsPages {
    private static final String BY_HAND = "BY_HAND";

    private final Platform platform;
    private final ShowMember show;
    private final ChangeRights change;

    public RightsPages(Platform platform, ShowMember show, ChangeRights change) {
        this.platform = platform;
        this.show = show;
        this.change = change;
    }

    @GET
    @Allowed(Permission.MEMBERS)
    public Response form(@Context ContainerRequestContext request, @PathParam("member") AccountId id) {
        ShowMember.Shown shown = show.apply(Principal.of(request).organisation(), id);
        Member member = shown.member();
        String preset = member.byHand() == null ? member.role().name() : BY_HAND;
        return answer(request, 200, shown, preset, member.rights().held(), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.MEMBERS)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("member") AccountId id,
            MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        ShowMember.Shown shown = show.apply(by.organisation(), id);
        String preset = Optional.ofNullable(typed.getFirst("preset")).orElse("");
        Set<Right> ticked = RightsChoice.read(typed.get("rights"));
        if (Revision.of(typed) != shown.member().rightsRevision()) {
            return since(request, shown, preset, ticked);
        }
        Errors errors = check(shown.member(), preset, ticked);
        if (!errors.isEmpty()) {
            return answer(request, 422, shown, preset, ticked, errors);
        }
        RightsChoice choice = RightsChoice.preset(preset)
                .map(role -> new RightsChoice(role, null))
                .orElseGet(() -> RightsChoice.byHand(shown.member().role(), ticked));
        return switch (change.apply(by, id, Revision.of(typed), choice)) {
            case SAVED -> platform.pages().seeOther("/app/members", "account.done.rights");
            case LAST_MANAGER ->
                answer(request, 422, shown, preset, ticked, Errors.of("", "account.error.last-manager"));
            case SAVED_SINCE -> since(request, show.apply(by.organisation(), id), preset, ticked);
        };
    }

    /** Ticks beside a preset do not count: they are those of the new state. */
    private Response since(ContainerRequestContext request, ShowMember.Shown now, String preset, Set<Right> ticked) {
        Set<Right> shown =
                preset.equals(BY_HAND) ? ticked : now.member().rights().held();
        return answer(request, 409, now, preset, shown, Errors.of("", "account.error.rights-since"));
    }

    /** Ticks count for rights set by hand alone; other ticks beside a preset may be an oversight. */
    private static Errors check(Member member, String preset, Set<Right> ticked) {
        if (preset.equals(BY_HAND)) {
            return ticked.isEmpty() ? Errors.of("rights", "account.error.no-right") : Errors.none();
        }
        Optional<Role> role = RightsChoice.preset(preset);
        if (role.isEmpty()) {
            return Errors.of("preset", "account.error.preset");
        }
        boolean untouched = ticked.isEmpty() || ticked.equals(member.rights().held());
        return untouched || ticked.equals(role.get().preset())
                ? Errors.none()
                : Errors.of("preset", "account.error.ticks");
    }

    private Response answer(
            ContainerRequestContext request,
            int status,
            ShowMember.Shown shown,
            String preset,
            Set<Right> ticked,
            Errors errors) {
        Member member = shown.member();
        boolean self = member.id().equals(Principal.of(request).account().value());
        RightsPage page = new RightsPage(
                member.id().toString(),
                member.displayName(),
                self,
                member.rightsRevision(),
                preset,
                ticked,
                shown.changes(),
                errors);
        return platform.pages().show(request, status, "account/rights", page);
    }

    /** The rights in words, in order. */
    public static String words(PageContext context, Collection<Right> rights) {
        return rights.stream()
                .sorted()
                .map(right -> context.t("account.right." + right))
                .collect(Collectors.joining(", "));
    }

    /**
     * Form of a member's rights.
     *
     * @param self whether the member is the reader
     * @param preset the chosen preset, or {@code BY_HAND}
     * @param ticked the ticked rights
     * @param changes the latest, newest first
     */
    public record RightsPage(
            String id,
            String name,
            boolean self,
            int revision,
            String preset,
            Set<Right> ticked,
            List<ShowMember.Change> changes,
            Errors errors) {
        public String path() {
            return "/app/members/" + id + "/rights";
        }

        /** The presets with their rights in words, and the choice by hand. */
        public Map<String, String> presets(PageContext context) {
            Map<String, String> presets = new LinkedHashMap<>();
            RightsChoice.PRESETS.forEach(role -> presets.put(
                    role.name(),
                    context.t("account.preset", context.t("account.role." + role), words(context, role.preset()))));
            presets.put(BY_HAND, context.t("account.preset.by-hand"));
            return presets;
        }

        /** What a change took and gave. */
        public String change(PageContext context, ShowMember.Change change) {
            return context.t(
                    "account.rights.change",
                    context.dateTime(change.createdAt()),
                    change.by(),
                    words(context, change.rightsBefore()),
                    words(context, change.rightsAfter()));
        }
    }
}
