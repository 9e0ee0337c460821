package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Noting what was seen, a step a page: the person, the badge, then the rest. Addresses carry ids; a search is a POST. */
@Path("/app/observations")
@Produces(MediaType.TEXT_HTML)
public final class ObservationFormPages {
    private final Platform platform;
    private final ListPeopleToSee people;
    private final PrepareObservation prepare;
    private final NoteObservation note;

    ObservationFormPages(Platform platform, NoteObservation note) {
        this.platform = platform;
        this.people = new ListPeopleToSee(platform);
        this.prepare = new PrepareObservation(platform);
        this.note = note;
    }

    @GET
    @Path("/new")
    @Allowed(Permission.PROPOSE)
    public Response begin(
            @Context ContainerRequestContext request,
            @QueryParam("worker") @Nullable PersonId person,
            @QueryParam("badge") @Nullable AchievementId badge) {
        Principal by = Principal.of(request);
        if (person == null) {
            return people(request, "", people.apply(by, ""));
        }
        PrepareObservation.Choices choices = prepare.apply(by, person, badge);
        return choices.badge() == null
                ? platform.pages().show(request, "observation/badges", new Badges(choices))
                : form(request, 200, choices, ObservationForm.blank(today(by)), Errors.none());
    }

    @POST
    @Path("/people")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String words) {
        String wanted = words.strip();
        return people(request, wanted, people.apply(Principal.of(request), wanted));
    }

    private Response people(ContainerRequestContext request, String words, ListPeopleToSee.Found found) {
        return platform.pages().show(request, "observation/people", new People(words, found));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response note(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        PersonId person = PersonId.fromString(required(typed, "worker"));
        AchievementId badge = AchievementId.fromString(required(typed, "badge"));
        PrepareObservation.Choices choices = prepare.apply(by, person, badge);
        BadgeToSee chosen = choices.badge();
        ObservationForm form = ObservationForm.of(typed, chosen == null ? List.of() : chosen.tasks());
        Errors errors = form.errors(today(by));
        if (!errors.isEmpty()) {
            return form(request, 422, choices, form, errors);
        }
        ObservationId id = note.apply(by, person, badge, form);
        return platform.pages().seeOther("/app/observations/" + id, "observation.done.noted");
    }

    private static String required(MultivaluedMap<String, String> typed, String field) {
        String value = typed.getFirst(field);
        if (value == null) {
            throw ProblemException.notFound();
        }
        return value;
    }

    private LocalDate today(Principal by) {
        return by.zone().today(platform.clock());
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            PrepareObservation.Choices choices,
            ObservationForm form,
            Errors errors) {
        return platform.pages().show(request, status, "observation/form", new Form(choices, form, errors));
    }

    /** The ways in which somebody does something, by their words. */
    public static Map<String, String> manners(PageContext context) {
        Map<String, String> manners = new LinkedHashMap<>();
        for (Manner manner : Manner.values()) {
            manners.put(manner.name(), context.t(manner.key()));
        }
        return manners;
    }

    /**
     * The first step.
     *
     * @param words of the search, or empty
     */
    public record People(String words, ListPeopleToSee.Found found) {}

    /** The second step. */
    public record Badges(PrepareObservation.Choices choices) {}

    /** The third step: person and badge are chosen. */
    public record Form(PrepareObservation.Choices choices, ObservationForm form, Errors errors) {}
}
