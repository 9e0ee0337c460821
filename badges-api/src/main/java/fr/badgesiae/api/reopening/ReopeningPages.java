package fr.badgesiae.api.reopening;

import fr.badgesiae.api.offer.SlipPages.Sheet.Desk;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.qr.QrCode;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk reopens the space of one worker, who is there. */
@Path("/app/workers/{worker}/access")
@Produces(MediaType.TEXT_HTML)
public final class ReopeningPages {
    private final Platform platform;
    private final ShowAccess show;
    private final ReopenAccess reopen;
    private final PrintReopening print;
    private final CancelReopening cancel;

    ReopeningPages(
            Platform platform, ShowAccess show, ReopenAccess reopen, PrintReopening print, CancelReopening cancel) {
        this.platform = platform;
        this.show = show;
        this.reopen = reopen;
        this.print = print;
        this.cancel = cancel;
    }

    @GET
    @Allowed(Permission.AWARD)
    public Response form(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return show(request, 200, id, "", false, Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response make(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            @FormParam("reason") @DefaultValue("") String typed,
            @FormParam("present") @DefaultValue("") String present) {
        Optional<ReopeningReason> reason = Arrays.stream(ReopeningReason.values())
                .filter(known -> known.name().equals(typed))
                .findFirst();
        boolean there = present.equals("yes");
        Errors errors = Errors.none();
        if (reason.isEmpty()) {
            errors = errors.with("reason", "reopening.form.reason.missing");
        }
        if (!there) {
            errors = errors.with("present", "reopening.form.present.missing");
        }
        if (!errors.isEmpty()) {
            return show(request, 422, id, typed, there, errors);
        }
        return switch (reopen.apply(Principal.of(request), id, reason.get())) {
            case MADE -> platform.pages().seeOther(path(id), "reopening.done.made");
            case TOO_MANY ->
                show(request, 429, id, typed, there, Errors.of("", "reopening.form.too-many", ReopenAccess.MOST));
            case OBJECTED -> show(request, 403, id, typed, there, Errors.of("", "reopening.form.objected"));
        };
    }

    /** POST, since it shows secrets and leaves an audit line each time. */
    @POST
    @Path("/slip")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PRINT)
    public Response slip(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            @FormParam("large") @DefaultValue("") String large,
            @FormParam("also") @DefaultValue("") String also) {
        Principal by = Principal.of(request);
        PrintReopening.Slip slip = print.apply(by, id);
        return platform.pages().show(request, "reopening/slip", sheet(slip, by.name(), !large.isEmpty(), also));
    }

    @POST
    @Path("/cancel")
    @Allowed(Permission.AWARD)
    public Response cancel(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        cancel.apply(Principal.of(request), id);
        return platform.pages().seeOther(path(id), "reopening.done.cancelled");
    }

    private Response show(
            ContainerRequestContext request, int status, PersonId id, String reason, boolean present, Errors errors) {
        Principal by = Principal.of(request);
        ShowAccess.Access access = show.apply(by.organisation(), id);
        AccessPage page = new AccessPage(
                access.person(),
                access.latest().orElse(null),
                reason,
                present,
                by.may(Permission.ORGANISATION),
                errors);
        return platform.pages().show(request, status, "reopening/access", page);
    }

    private Sheet sheet(PrintReopening.Slip slip, String member, boolean large, String also) {
        SlipSecrets.Clear secrets = slip.secrets();
        String code = secrets.code().grouped();
        return new Sheet(
                large,
                also,
                slip.person().fullName(),
                slip.person().shortName(),
                new Desk(slip.organisation().publicName(), slip.organisation().publicPhone(), member),
                "/issuers/" + slip.organisation().id() + "/logo",
                code,
                secrets.pin().substring(0, 3) + "\u00a0" + secrets.pin().substring(3),
                platform.settings().publicUrl().getRawAuthority() + "/claim",
                QrCode.of(platform.settings().url("/access/" + code)),
                slip.ends(),
                path(slip.person().id()));
    }

    private static String path(PersonId id) {
        return "/app/workers/" + id + "/access";
    }

    /**
     * The access of one worker to their space.
     *
     * @param latest the latest reopening here, or null
     * @param reason the chosen one, or empty
     * @param administrator whether the member may look at all reopenings
     */
    public record AccessPage(
            Person person,
            @Nullable Reopening latest,
            String reason,
            boolean present,
            boolean administrator,
            Errors errors) {
        /** The reasons to choose from. */
        public Map<String, String> reasons(PageContext context) {
            Map<String, String> reasons = new LinkedHashMap<>();
            for (ReopeningReason known : ReopeningReason.values()) {
                reasons.put(known.name(), context.t("reopening.reason." + known.name()));
            }
            return reasons;
        }

        public String path() {
            return ReopeningPages.path(person.id());
        }
    }

    /**
     * A slip in clear: two parts to cut, or {@code large} to copy by hand.
     *
     * @param also the tag of the language beside French; any other text is none
     * @param workerName first and last name, on the part with the number
     * @param shortName first name and initial, on the part with the PIN
     * @param logo of the organisation
     */
    public record Sheet(
            boolean large,
            String also,
            String workerName,
            String shortName,
            Desk desk,
            String logo,
            String code,
            String pin,
            String address,
            QrCode qr,
            Instant ends,
            String back) {}
}
