package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.BadgeToSee;
import fr.badgesiae.api.observation.PrepareObservation;
import fr.badgesiae.api.observation.content.ClientCodeId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.qr.QrCode;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes for the clients of one person: made, printed for the time sheet, ended. */
@Path("/app/clients")
@Produces(MediaType.TEXT_HTML)
public final class ClientCodePages {
    private final Platform platform;
    private final PrepareObservation prepare;
    private final ListClientCodes list;
    private final MakeClientCode make;
    private final ShowClientCode show;
    private final EndClientCode end;

    ClientCodePages(Platform platform, MakeClientCode make, ShowClientCode show) {
        this.platform = platform;
        this.prepare = new PrepareObservation(platform);
        this.list = new ListClientCodes(platform);
        this.make = make;
        this.show = show;
        this.end = new EndClientCode(platform);
    }

    /** Of one person; without one, those that clients reported. */
    @GET
    @Allowed(Permission.PROPOSE)
    public Response list(@Context ContainerRequestContext request, @QueryParam("worker") @Nullable PersonId person) {
        Principal by = Principal.of(request);
        String name =
                person == null ? null : prepare.apply(by, person, null).person().name();
        return platform.pages().show(request, "observation/clients", new Listing(person, name, list.apply(by, person)));
    }

    @GET
    @Path("/for/{worker}")
    @Allowed(Permission.PROPOSE)
    public Response begin(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId person,
            @QueryParam("badge") @Nullable AchievementId badge) {
        Principal by = Principal.of(request);
        if (by.paused()) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
        PrepareObservation.Choices choices = prepare.apply(by, person, badge);
        return choices.badge() == null
                ? platform.pages().show(request, "observation/client-badges", Badges.of(choices))
                : form(
                        request,
                        200,
                        choices,
                        ClientCodeForm.blank(choices.badge().tasks(), today(by)),
                        Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response make(
            @Context ContainerRequestContext request,
            @FormParam("worker") @Nullable PersonId person,
            @FormParam("badge") @Nullable AchievementId badge,
            MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        PrepareObservation.Choices choices = prepare.apply(by, required(person), required(badge));
        BadgeToSee chosen = required(choices.badge());
        ClientCodeForm form = ClientCodeForm.of(typed, chosen.tasks());
        Errors errors = form.errors(today(by));
        if (!errors.isEmpty()) {
            return form(request, 422, choices, form, errors);
        }
        MakeClientCode.Made made = make.apply(by, choices.person().id(), chosen.id(), form);
        return platform.pages().seeOther("/app/clients/" + made.id(), "observation.client.done.made");
    }

    @GET
    @Path("/{client}")
    @Allowed(Permission.PROPOSE)
    public Response show(@Context ContainerRequestContext request, @PathParam("client") ClientCodeId id) {
        return platform.pages()
                .show(
                        request,
                        "observation/client",
                        new Shown(show.apply(Principal.of(request), id).about()));
    }

    /** Eight coupons on a sheet, for time sheets: a first name, nothing else of the person. */
    @GET
    @Path("/{client}/coupons")
    @Allowed(Permission.PROPOSE)
    public Response coupons(@Context ContainerRequestContext request, @PathParam("client") ClientCodeId id) {
        Principal by = Principal.of(request);
        ShowClientCode.Shown shown = show.apply(by, id);
        String code = shown.code().grouped();
        return platform.pages()
                .show(
                        request,
                        "observation/client-coupons",
                        new Coupons(
                                shown.about(),
                                by.place(),
                                platform.settings().publicUrl().getRawAuthority() + "/r",
                                code,
                                QrCode.of(platform.settings().url("/r/" + code))));
    }

    @POST
    @Path("/{client}/end")
    @Allowed(Permission.PROPOSE)
    public Response end(@Context ContainerRequestContext request, @PathParam("client") ClientCodeId id) {
        end.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/clients/" + id, "observation.client.done.ended");
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            PrepareObservation.Choices choices,
            ClientCodeForm form,
            Errors errors) {
        return platform.pages().show(request, status, "observation/client-form", new Form(choices, form, errors));
    }

    private LocalDate today(Principal by) {
        return by.zone().today(platform.clock());
    }

    private static <T> T required(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow(ProblemException::notFound);
    }

    /**
     * The list.
     *
     * @param person null for the reported ones
     * @param name of the person, or null
     */
    public record Listing(
            @Nullable PersonId person, @Nullable String name, List<ClientCode> codes) {}

    /**
     * The badges to choose from: those with tasks.
     *
     * @param path of the form, without the badge
     */
    public record Badges(String name, String path, List<BadgeToSee> badges) {
        static Badges of(PrepareObservation.Choices choices) {
            return new Badges(
                    choices.person().name(),
                    "/app/clients/for/" + choices.person().id(),
                    choices.badges().stream()
                            .filter(badge -> !badge.tasks().isEmpty())
                            .toList());
        }
    }

    /** The form: person and badge are chosen. */
    public record Form(PrepareObservation.Choices choices, ClientCodeForm form, Errors errors) {}

    /** One code. */
    public record Shown(ClientCode code) {}

    /**
     * The coupons.
     *
     * @param address without the code
     */
    public record Coupons(ClientCode about, String organisation, String address, String code, QrCode qr) {}
}
