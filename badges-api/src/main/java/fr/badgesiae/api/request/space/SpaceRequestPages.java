package fr.badgesiae.api.request.space;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.request.content.Words;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a holder asks for: the list, the form, one request with its answers. */
@Path("/me/requests")
@Produces(MediaType.TEXT_HTML)
public final class SpaceRequestPages {
    private final Platform platform;
    private final ListOwnRequests list;
    private final ListAskable askable;
    private final AskForBadge ask;
    private final ShowOwnRequest show;
    private final AnswerRequest answer;

    private SpaceRequestPages(
            Platform platform,
            ListOwnRequests list,
            ListAskable askable,
            AskForBadge ask,
            ShowOwnRequest show,
            AnswerRequest answer) {
        this.platform = platform;
        this.list = list;
        this.askable = askable;
        this.ask = ask;
        this.show = show;
        this.answer = answer;
    }

    /** The pages with their queries. */
    public static SpaceRequestPages of(Platform platform, AskForBadge ask) {
        return new SpaceRequestPages(
                platform,
                new ListOwnRequests(platform),
                new ListAskable(platform),
                ask,
                new ShowOwnRequest(platform),
                new AnswerRequest(platform));
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response list(@Context ContainerRequestContext request) {
        return platform.pages()
                .show(
                        request,
                        "request/space/list",
                        new Listing(list.apply(HolderPrincipal.of(request).holder())));
    }

    /** @param file in which organisation, where several know the holder */
    @GET
    @Path("/new")
    @Allowed(Permission.HOLDER)
    public Response blank(@Context ContainerRequestContext request, @QueryParam("file") @Nullable PersonId file) {
        return form(request, 200, Optional.ofNullable(file), "", "", Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response ask(
            @Context ContainerRequestContext request,
            @FormParam("file") @DefaultValue("") String file,
            @FormParam("badge") @DefaultValue("") String badge,
            @FormParam("words") @DefaultValue("") String typed) {
        HolderId holder = HolderPrincipal.of(request).holder();
        if (file.isEmpty()) {
            throw ProblemException.notFound();
        }
        PersonId person = PersonId.fromString(file);
        String words = Words.of(typed);
        Errors errors = words.isEmpty()
                ? Errors.of("words", "request.me.error.words")
                : words.length() > Words.MOST ? Errors.of("words", "request.me.error.long", Words.MOST) : Errors.none();
        if (!errors.isEmpty()) {
            return form(request, 422, Optional.of(person), badge, typed, errors);
        }
        AchievementId chosen = badge.isEmpty() ? null : AchievementId.fromString(badge);
        return switch (ask.apply(holder, person, chosen, words)) {
            case SENT -> platform.pages().seeOther("/me/requests", "request.done.asked");
            case TOO_MANY ->
                form(
                        request,
                        422,
                        Optional.of(person),
                        badge,
                        typed,
                        Errors.of("", "request.me.error.many", AskForBadge.MOST_OPEN));
            case ENOUGH_TODAY ->
                form(
                        request,
                        422,
                        Optional.of(person),
                        badge,
                        typed,
                        Errors.of("", "request.me.error.day", AskForBadge.MOST_A_DAY));
            case TWICE ->
                form(request, 422, Optional.of(person), badge, typed, Errors.of("badge", "request.me.error.twice"));
            case PAUSED ->
                form(request, 422, Optional.of(person), badge, typed, Errors.of("", "request.me.error.paused"));
        };
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            Optional<PersonId> file,
            String badge,
            String words,
            Errors errors) {
        ListAskable.Found found = askable.apply(HolderPrincipal.of(request).holder(), file);
        return platform.pages().show(request, status, "request/space/form", new Form(found, badge, words, errors));
    }

    @GET
    @Path("/{request}")
    @Allowed(Permission.HOLDER)
    public Response show(@Context ContainerRequestContext request, @PathParam("request") RequestId id) {
        return one(request, 200, id, "", Errors.none());
    }

    @POST
    @Path("/{request}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response answer(
            @Context ContainerRequestContext request,
            @PathParam("request") RequestId id,
            @FormParam("answer") @DefaultValue("") String typed) {
        String words = Words.of(typed);
        if (words.isEmpty() || words.length() > Words.MOST) {
            return one(
                    request,
                    422,
                    id,
                    typed,
                    words.isEmpty()
                            ? Errors.of("answer", "request.me.error.answer")
                            : Errors.of("answer", "request.me.error.long", Words.MOST));
        }
        answer.apply(HolderPrincipal.of(request).holder(), id, Optional.of(words));
        return platform.pages().seeOther("/me/requests/" + id, "request.done.answered");
    }

    @GET
    @Path("/{request}/withdraw")
    @Allowed(Permission.HOLDER)
    public Response sure(@Context ContainerRequestContext request, @PathParam("request") RequestId id) {
        OwnRequest own = show.apply(HolderPrincipal.of(request).holder(), id);
        return platform.pages().show(request, "request/space/withdraw", new Sure(own));
    }

    @POST
    @Path("/{request}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("request") RequestId id) {
        answer.apply(HolderPrincipal.of(request).holder(), id, Optional.empty());
        return platform.pages().seeOther("/me/requests", "request.done.withdrawn");
    }

    private Response one(ContainerRequestContext request, int status, RequestId id, String typed, Errors errors) {
        OwnRequest own = show.apply(HolderPrincipal.of(request).holder(), id);
        return platform.pages().show(request, status, "request/space/show", new One(own, typed, errors));
    }

    /** The requests of the holder. */
    public record Listing(ListOwnRequests.Found found) implements Translated {}

    /** The form as typed; where several organisations know the holder and none is chosen, the question which one. */
    public record Form(ListAskable.Found found, String badge, String words, Errors errors) implements Translated {
        /** The badges, after a first option for another one. */
        public Map<String, String> badges(PageContext context) {
            Map<String, String> badges = new LinkedHashMap<>(found.badges());
            badges.put("", context.t("request.me.other"));
            return badges;
        }

        /** Whether no other request can be sent now. */
        public boolean full() {
            return found.chosen()
                    .map(file -> file.open() >= AskForBadge.MOST_OPEN)
                    .orElse(false);
        }

        /** Requests that wait at most. */
        public int most() {
            return AskForBadge.MOST_OPEN;
        }
    }

    /** One request, and an answer as typed. */
    public record One(OwnRequest request, String typed, Errors errors) implements Translated {}

    /** The question before a request is taken back. */
    public record Sure(OwnRequest request) implements Translated {}
}
