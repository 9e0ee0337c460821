package fr.badgesiae.api.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.ComposeCredential;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
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
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Choosing, writing, looking at what will be signed, then offering. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class OfferFormPages {
    private static final int MOST_WORKERS = 500;

    /** As people sort names: Échantillon before Exemple. */
    private static final Comparator<Person> BY_NAME = Comparator.comparing(
                    Person::lastName, Collator.getInstance(Locale.FRENCH)::compare)
            .thenComparing(Person::firstName, Collator.getInstance(Locale.FRENCH)::compare);

    private final Platform platform;
    private final Achievements achievements;
    private final People people;
    private final OfferBadge offer;
    private final ComposeCredential compose;

    OfferFormPages(
            Platform platform, Achievements achievements, People people, OfferBadge offer, ComposeCredential compose) {
        this.platform = platform;
        this.achievements = achievements;
        this.people = people;
        this.offer = offer;
        this.compose = compose;
    }

    @GET
    @Path("/new")
    @Allowed(Permission.DESK)
    public Response blank(
            @Context ContainerRequestContext request,
            @QueryParam("worker") PersonId person,
            @QueryParam("badge") AchievementId badge) {
        Principal by = Principal.of(request);
        offer.requireOpen(by.organisation());
        String version = published(by).stream()
                .filter(found -> found.achievement().equals(badge))
                .map(found -> found.id().toString())
                .findFirst()
                .orElse("");
        Typed typed = new Typed(person == null ? "" : person.toString(), version, "", "");
        return form(request, 200, typed, Errors.none());
    }

    /** Back from the preview, with what was typed. */
    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response edit(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return form(request, 200, Typed.of(form), Errors.none());
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response preview(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        Errors missing = typed.missing();
        if (!missing.isEmpty()) {
            return form(request, 422, typed, missing);
        }
        Principal by = Principal.of(request);
        OfferBadge.Draft draft = offer.draft(by.organisation(), typed.request());
        if (!draft.errors().isEmpty()) {
            return form(request, 422, typed, draft.errors());
        }
        ObjectNode signed = compose.preview(offer.preview(by.organisation(), draft));
        OfferPreviewPage page = new OfferPreviewPage(
                typed,
                draft.person().fullName(),
                OfferText.of(
                        draft.achievement(),
                        draft.request().narrative(),
                        draft.request().evidence(),
                        draft.person()),
                signed.path("issuer").path("name").asText(),
                draft.achievement().imageUrl(),
                signed.toPrettyString());
        return platform.pages().show(request, "offer/preview", page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response offer(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        Errors missing = typed.missing();
        if (!missing.isEmpty()) {
            return form(request, 422, typed, missing);
        }
        Principal by = Principal.of(request);
        OfferBadge.Draft draft = offer.draft(by.organisation(), typed.request());
        if (!draft.errors().isEmpty()) {
            return form(request, 422, typed, draft.errors());
        }
        OfferId made = offer.offer(by.organisation(), by.account(), draft);
        return platform.pages().seeOther("/app/offers/" + made);
    }

    /** The form as typed. */
    public record Typed(String person, String version, String narrative, String evidence) {
        static Typed of(MultivaluedMap<String, String> form) {
            return new Typed(
                    text(form, "worker"), text(form, "version"), text(form, "narrative"), text(form, "evidence"));
        }

        private static String text(MultivaluedMap<String, String> form, String field) {
            String value = form.getFirst(field);
            return value == null ? "" : value;
        }

        Errors missing() {
            Errors errors = Errors.none();
            if (person.isEmpty()) {
                errors = errors.with("worker", "award.error.choose-worker");
            }
            return version.isEmpty() ? errors.with("version", "award.error.choose-badge") : errors;
        }

        OfferRequest request() {
            return new OfferRequest(
                    PersonId.fromString(person), AchievementVersionId.fromString(version), narrative, evidence);
        }
    }

    private Response form(ContainerRequestContext request, int status, Typed typed, Errors errors) {
        Principal by = Principal.of(request);
        Map<String, String> people = new LinkedHashMap<>();
        people(by, typed).stream()
                .sorted(BY_NAME)
                .forEach(person -> people.put(person.id().toString(), person.fullName()));
        Map<String, String> badges = new LinkedHashMap<>();
        published(by).forEach(badge -> badges.put(badge.id().toString(), badge.name()));
        OfferFormPage page = new OfferFormPage(people, badges, typed, errors);
        return platform.pages().show(request, status, "offer/form", page);
    }

    /** Everybody by name; whoever was chosen already is among them however many there are. */
    private List<Person> people(Principal by, Typed typed) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            List<Person> all = people.page(handle, by.organisation(), "", null, MOST_WORKERS);
            boolean listed = typed.person().isEmpty()
                    || all.stream().anyMatch(person -> person.id().toString().equals(typed.person()));
            return listed
                    ? all
                    : people.find(handle, by.organisation(), PersonId.fromString(typed.person())).stream()
                            .toList();
        });
    }

    private List<PublishedAchievement> published(Principal by) {
        return platform.database()
                .inOrganisation(by.organisation(), handle -> achievements.published(handle, by.organisation()));
    }
}
