package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.request.content.RefusalReason;
import fr.badgesiae.api.request.content.Words;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request at the desk: offer a badge, ask back, refuse; for the member who asked: answer, take back. */
@Path("/app/requests")
@Produces(MediaType.TEXT_HTML)
public final class RequestChangePages {
    private static final Typed NOTHING = new Typed("", "", "", "");

    private final Platform platform;
    private final ShowRequest show;
    private final ChangeRequest change;

    RequestChangePages(Platform platform, ShowRequest show, ChangeRequest change) {
        this.platform = platform;
        this.show = show;
        this.change = change;
    }

    @GET
    @Path("/{request}")
    @Allowed(Permission.PROPOSE)
    public Response show(@Context ContainerRequestContext request, @PathParam("request") RequestId id) {
        return page(request, 200, id, NOTHING, Errors.none());
    }

    /** Which badge is offered; its form follows. */
    @POST
    @Path("/{request}/badge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response badge(
            @Context ContainerRequestContext request,
            @PathParam("request") RequestId id,
            @FormParam("badge") @DefaultValue("") String badge) {
        if (badge.isEmpty()) {
            return page(request, 422, id, NOTHING, Errors.of("badge", "request.error.badge"));
        }
        change.apply(Principal.of(request), id, new ChangeRequest.Choose(AchievementId.fromString(badge)));
        String form = "/app/offers/new?request=" + id;
        return platform.pages().seeOther(form);
    }

    @POST
    @Path("/{request}/question")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response question(
            @Context ContainerRequestContext request,
            @PathParam("request") RequestId id,
            @FormParam("question") @DefaultValue("") String typed) {
        String question = Words.of(typed);
        if (question.isEmpty() || question.length() > Words.SENTENCE) {
            Errors errors = question.isEmpty()
                    ? Errors.of("question", "request.error.question")
                    : Errors.of("question", "request.error.long", Words.SENTENCE);
            return page(request, 422, id, new Typed(typed, "", "", ""), errors);
        }
        change.apply(Principal.of(request), id, new ChangeRequest.Ask(question));
        return platform.pages().seeOther("/app/requests/" + id, "request.done.questioned");
    }

    @POST
    @Path("/{request}/refuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response refuse(
            @Context ContainerRequestContext request,
            @PathParam("request") RequestId id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("reply") @DefaultValue("") String typed) {
        String reply = Words.of(typed);
        Optional<RefusalReason> chosen = Arrays.stream(RefusalReason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst();
        Errors errors = chosen.isEmpty() ? Errors.of("reason", "request.error.reason") : Errors.none();
        if (reply.isEmpty()) {
            errors = errors.with("reply", "request.error.reply");
        }
        if (reply.length() > Words.SENTENCE) {
            errors = errors.with("reply", "request.error.long", Words.SENTENCE);
        }
        if (!errors.isEmpty()) {
            return page(request, 422, id, new Typed("", reason, typed, ""), errors);
        }
        change.apply(Principal.of(request), id, new ChangeRequest.Refuse(chosen.orElseThrow(), reply));
        return platform.pages().seeOther("/app/requests/" + id, "request.done.refused");
    }

    @POST
    @Path("/{request}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response answer(
            @Context ContainerRequestContext request,
            @PathParam("request") RequestId id,
            @FormParam("answer") @DefaultValue("") String typed) {
        String answer = Words.of(typed);
        if (answer.isEmpty() || answer.length() > Words.MOST) {
            Errors errors = answer.isEmpty()
                    ? Errors.of("answer", "request.error.answer")
                    : Errors.of("answer", "request.error.long", Words.MOST);
            return page(request, 422, id, new Typed("", "", "", typed), errors);
        }
        change.apply(Principal.of(request), id, new ChangeRequest.Answer(answer));
        return platform.pages().seeOther("/app/requests/" + id, "request.done.answered");
    }

    @POST
    @Path("/{request}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("request") RequestId id) {
        change.apply(Principal.of(request), id, new ChangeRequest.Withdraw());
        return platform.pages().seeOther("/app/requests/" + id, "request.done.withdrawn");
    }

    private Response page(ContainerRequestContext request, int status, RequestId id, Typed typed, Errors errors) {
        Principal by = Principal.of(request);
        ShowRequest.Shown shown = show.apply(by, id);
        boolean own = by.account().equals(shown.request().askedBy());
        return platform.pages()
                .show(
                        request,
                        status,
                        "request/show",
                        new RequestPage(shown.request(), shown.badges(), own, typed, errors));
    }

    /** The forms as typed. */
    public record Typed(String question, String reason, String reply, String answer) {}

    /**
     * One request.
     *
     * @param badges that an offer can be of, names by id
     * @param own whether the reader asked for the person
     */
    public record RequestPage(
            BadgeRequest request, Map<String, String> badges, boolean own, Typed typed, Errors errors) {
        /** The badges, after a first option that chooses nothing. */
        public Map<String, String> choices(PageContext context) {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("", context.t("request.choose-badge"));
            all.putAll(badges);
            return all;
        }

        /** The reasons of a refusal. */
        public Map<String, String> reasons(PageContext context) {
            Map<String, String> reasons = new LinkedHashMap<>();
            for (RefusalReason reason : RefusalReason.values()) {
                reasons.put(reason.name(), context.t("request.reason." + reason.name()));
            }
            return reasons;
        }
    }
}
