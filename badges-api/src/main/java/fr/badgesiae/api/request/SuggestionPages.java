package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.request.content.Words;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The form of a member who asks for a badge for somebody. */
@Path("/app/requests")
@Produces(MediaType.TEXT_HTML)
public final class SuggestionPages {
    private final Platform platform;
    private final ListSuggestable list;
    private final SuggestBadge suggest;

    SuggestionPages(Platform platform, ListSuggestable list, SuggestBadge suggest) {
        this.platform = platform;
        this.list = list;
        this.suggest = suggest;
    }

    /** @param person chosen before */
    @GET
    @Path("/new")
    @Allowed(Permission.PROPOSE)
    public Response blank(
            @Context ContainerRequestContext request, @QueryParam("worker") @DefaultValue("") String person) {
        if (Principal.of(request).paused()) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
        return form(request, 200, new Suggestion(person, "", ""), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response suggest(
            @Context ContainerRequestContext request,
            @FormParam("worker") @DefaultValue("") String person,
            @FormParam("badge") @DefaultValue("") String badge,
            @FormParam("words") @DefaultValue("") String typed) {
        Suggestion suggestion = new Suggestion(person, badge, typed);
        String words = Words.of(typed);
        Errors errors = suggestion.errors(words);
        if (!errors.isEmpty()) {
            return form(request, 422, suggestion, errors);
        }
        Optional<RequestId> sent = suggest.apply(
                Principal.of(request),
                PersonId.fromString(person),
                badge.isEmpty() ? null : AchievementId.fromString(badge),
                words);
        return sent.map(id -> platform.pages().seeOther("/app/requests/" + id, "request.done.suggested"))
                .orElseGet(() -> form(request, 422, suggestion, Errors.of("badge", "request.error.twice")));
    }

    private Response form(ContainerRequestContext request, int status, Suggestion typed, Errors errors) {
        ListSuggestable.Found found = list.apply(Reach.of(Principal.of(request)));
        return platform.pages().show(request, status, "request/form", new Form(found, typed, errors));
    }

    /** The form as typed. */
    public record Suggestion(String person, String badge, String words) {
        Errors errors(String read) {
            Errors errors = person.isEmpty() ? Errors.of("worker", "request.error.person") : Errors.none();
            if (read.isEmpty()) {
                errors = errors.with("words", "request.error.words");
            }
            return read.length() > Words.MOST ? errors.with("words", "request.error.long", Words.MOST) : errors;
        }
    }

    /** The form, with the people and badges to choose from. */
    public record Form(ListSuggestable.Found found, Suggestion typed, Errors errors) {
        /** The names by id, after a first option that chooses nobody; people of one name are told apart by their file. */
        public Map<String, String> people(PageContext context) {
            Map<String, String> people = new LinkedHashMap<>();
            people.put("", context.t("request.form.choose"));
            found.people().forEach(choice -> {
                Instant created = choice.created();
                people.put(
                        choice.id().toString(),
                        created == null
                                ? choice.name()
                                : context.t("request.form.homonym", choice.name(), context.dateTime(created)));
            });
            return people;
        }

        /** The badges, after a first option for another one. */
        public Map<String, String> badges(PageContext context) {
            Map<String, String> badges = new LinkedHashMap<>();
            badges.put("", context.t("request.other"));
            badges.putAll(found.badges());
            return badges;
        }
    }
}
