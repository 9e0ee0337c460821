package fr.badgesiae.api.event;

import fr.badgesiae.api.event.content.EventFilter;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.qr.QrCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events of an organisation: the list, the form, the poster. */
@Path("/app/events")
@Produces(MediaType.TEXT_HTML)
public final class EventPages {
    private final Platform platform;
    private final ListEvents list;
    private final ListEventBadges badges;
    private final PlanEvent plan;
    private final ShowEvent show;
    private final ChangeEvent change;
    private final ShowPoster poster;

    EventPages(
            Platform platform,
            ListEvents list,
            ListEventBadges badges,
            PlanEvent plan,
            ShowEvent show,
            ChangeEvent change,
            ShowPoster poster) {
        this.platform = platform;
        this.list = list;
        this.badges = badges;
        this.plan = plan;
        this.show = show;
        this.change = change;
        this.poster = poster;
    }

    @GET
    @Allowed(Permission.AWARD)
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("words") @DefaultValue("") String typed,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("before") @Nullable EventId before) {
        String words = typed.strip().replace("\0", "");
        Optional<EventFilter> filter = EventFilter.named(state);
        ListEvents.Found found = list.apply(
                Principal.of(request).organisation(),
                new ListEvents.Wanted(words, filter),
                Optional.ofNullable(before));
        return platform.pages()
                .show(
                        request,
                        "event/list",
                        new Listing(found, words, filter.map(EventFilter::word).orElse(""), before != null));
    }

    @GET
    @Path("/new")
    @Allowed(Permission.AWARD)
    public Response blank(@Context ContainerRequestContext request) {
        Principal by = Principal.of(request);
        if (by.paused()) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
        return form(request, 200, null, EventForm.blank(by.zone().today(platform.clock())), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response plan(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        EventForm form = EventForm.of(typed);
        Errors errors = form.errors(by.zone(), platform.clock().instant());
        if (!errors.isEmpty()) {
            return form(request, 422, null, form, errors);
        }
        return platform.pages().seeOther("/app/events/" + plan.apply(by, form), "event.done.planned");
    }

    @GET
    @Path("/{event}/edit")
    @Allowed(Permission.AWARD)
    public Response edit(@Context ContainerRequestContext request, @PathParam("event") EventId id) {
        Principal by = Principal.of(request);
        BadgeEvent event = show.apply(by.organisation(), id, Optional.empty()).event();
        return form(request, 200, event, EventForm.of(event, by.zone()), Errors.none());
    }

    @POST
    @Path("/{event}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response rewrite(
            @Context ContainerRequestContext request,
            @PathParam("event") EventId id,
            MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        BadgeEvent event = show.apply(by.organisation(), id, Optional.empty()).event();
        typed.putSingle("badge", event.badge().toString());
        EventForm form = EventForm.of(typed);
        Errors errors = form.errors(by.zone(), platform.clock().instant());
        if (!errors.isEmpty()) {
            return form(request, 422, event, form, errors);
        }
        change.apply(by, id, new ChangeEvent.Rewrite(form));
        return platform.pages().seeOther("/app/events/" + id, "event.done.changed");
    }

    private Response form(
            ContainerRequestContext request, int status, @Nullable BadgeEvent event, EventForm form, Errors errors) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "");
        if (event == null) {
            choices.putAll(badges.apply(Principal.of(request).organisation()));
        }
        return platform.pages().show(request, status, "event/form", new Form(event, form, choices, errors));
    }

    @POST
    @Path("/{event}/end")
    @Allowed(Permission.AWARD)
    public Response end(@Context ContainerRequestContext request, @PathParam("event") EventId id) {
        change.apply(Principal.of(request), id, new ChangeEvent.End());
        return platform.pages().seeOther("/app/events/" + id, "event.done.ended");
    }

    @POST
    @Path("/{event}/reopen")
    @Allowed(Permission.AWARD)
    public Response reopen(@Context ContainerRequestContext request, @PathParam("event") EventId id) {
        change.apply(Principal.of(request), id, new ChangeEvent.Reopen());
        return platform.pages().seeOther("/app/events/" + id, "event.done.reopened");
    }

    @GET
    @Path("/{event}/poster")
    @Allowed(Permission.AWARD)
    public Response poster(@Context ContainerRequestContext request, @PathParam("event") EventId id) {
        Principal by = Principal.of(request);
        ShowPoster.Shown shown = poster.apply(by.organisation(), id);
        String code = shown.code().grouped();
        return platform.pages()
                .show(
                        request,
                        "event/poster",
                        new Poster(
                                shown.event(),
                                by.place(),
                                platform.settings().publicUrl().getRawAuthority() + "/e",
                                code,
                                QrCode.of(platform.settings().url("/e/" + code))));
    }

    /**
     * The list.
     *
     * @param words what was searched for, or empty
     * @param state the word of a filter, or empty
     * @param later whether this is not its first page
     */
    public record Listing(ListEvents.Found found, String words, String state, boolean later) {
        /** Whether the list shows a part. */
        public boolean filtered() {
            return !words.isEmpty() || !state.isEmpty();
        }

        /** The path of the first page, or null when this is it. */
        public @Nullable String first() {
            return later ? path() : null;
        }

        /** The path of the next page, or null. */
        public @Nullable String next() {
            return found.next().map(last -> path() + "&before=" + last).orElse(null);
        }

        private String path() {
            return "/app/events?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&state=" + state;
        }

        /** The filters, after a first choice of all. */
        public Map<String, String> states(PageContext context) {
            Map<String, String> states = new LinkedHashMap<>();
            states.put("", context.t("event.filter.all"));
            for (EventFilter each : EventFilter.values()) {
                states.put(each.word(), context.t("event.filter." + each.word()));
            }
            return states;
        }
    }

    /**
     * The form.
     *
     * @param event the one that is changed, or null for a new one
     * @param badges names by id, after a first one that chooses nothing
     */
    public record Form(@Nullable BadgeEvent event, EventForm form, Map<String, String> badges, Errors errors) {}

    /**
     * The poster: nothing of a person.
     *
     * @param address without the code
     */
    public record Poster(BadgeEvent event, String organisation, String address, String code, QrCode qr) {}
}
