package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms of a network that pauses one of its organisations with a reason, and resumes. */
@Path("/app/organisations")
@Produces(MediaType.TEXT_HTML)
public final class PausePages {
    private static final int LONGEST = 500;

    private final Platform platform;
    private final FindLegalName name;
    private final AskPause ask;
    private final ConfirmPause confirm;
    private final WithdrawPause withdraw;
    private final ResumeOrganisation resume;

    PausePages(Platform platform, RecordPause record) {
        this.platform = platform;
        this.name = new FindLegalName(platform.database());
        this.ask = new AskPause(platform, record);
        this.confirm = new ConfirmPause(platform, record);
        this.withdraw = new WithdrawPause(platform, record);
        this.resume = new ResumeOrganisation(platform, record);
    }

    @GET
    @Path("/{organisation}/pause")
    @Allowed(Permission.NETWORK)
    public Response askPause(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        return ask(request, 200, id, "", "", Errors.none());
    }

    @POST
    @Path("/{organisation}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response pause(
            @Context ContainerRequestContext request,
            @PathParam("organisation") OrganisationId id,
            @FormParam("reason") @DefaultValue("") String chosen,
            @FormParam("note") @DefaultValue("") String typed) {
        String note = typed.strip();
        Optional<PauseReason> reason = Stream.of(PauseReason.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst();
        Errors errors = reason.isPresent() ? Errors.none() : Errors.of("reason", "organisation.pause.reason-missing");
        if (note.length() > LONGEST) {
            errors = errors.with("note", "organisation.error.too-long", LONGEST);
        }
        if (!errors.isEmpty()) {
            return ask(request, 422, id, chosen, note, errors);
        }
        Principal by = Principal.of(request);
        ask.apply(by.organisation(), by.account(), id, reason.orElseThrow(), note);
        return platform.pages().seeOther("/app/organisations/" + id, "organisation.done.pause-asked");
    }

    /** @param asked when the request was made that the page showed, in milliseconds since 1970 */
    @POST
    @Path("/{organisation}/pause/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response confirm(
            @Context ContainerRequestContext request,
            @PathParam("organisation") OrganisationId id,
            @FormParam("asked") @DefaultValue("0") long asked) {
        Principal by = Principal.of(request);
        confirm.apply(by.organisation(), by.account(), id, Instant.ofEpochMilli(asked));
        return platform.pages().seeOther("/app/organisations/" + id, "organisation.done.paused");
    }

    @POST
    @Path("/{organisation}/pause/withdraw")
    @Allowed(Permission.NETWORK)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        withdraw.apply(by.organisation(), by.account(), id);
        return platform.pages().seeOther("/app/organisations/" + id, "organisation.done.pause-withdrawn");
    }

    @GET
    @Path("/{organisation}/resume")
    @Allowed(Permission.NETWORK)
    public Response askResume(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        return platform.pages().show(request, "organisation/resume", page(request, id, "", "", Errors.none()));
    }

    @POST
    @Path("/{organisation}/resume")
    @Allowed(Permission.NETWORK)
    public Response resume(@Context ContainerRequestContext request, @PathParam("organisation") OrganisationId id) {
        Principal by = Principal.of(request);
        resume.apply(by.organisation(), by.account(), id);
        return platform.pages().seeOther("/app/organisations/" + id, "organisation.done.resumed");
    }

    private Response ask(
            ContainerRequestContext request, int status, OrganisationId id, String reason, String note, Errors errors) {
        return platform.pages().show(request, status, "organisation/pause", page(request, id, reason, note, errors));
    }

    private PausePage page(
            ContainerRequestContext request, OrganisationId id, String reason, String note, Errors errors) {
        String legalName = name.apply(Principal.of(request).organisation(), id);
        return new PausePage(id.toString(), legalName, reason, note, errors);
    }

    /**
     * Form of a pause, and confirmation of its end.
     *
     * @param reason as chosen
     * @param note as typed
     */
    public record PausePage(String id, String legalName, String reason, String note, Errors errors) {
        /** The closed list of reasons by their labels. */
        public Map<String, String> reasons(PageContext context) {
            Map<String, String> reasons = new LinkedHashMap<>();
            for (PauseReason each : PauseReason.values()) {
                reasons.put(each.name(), context.t("organisation.pause.reason." + each.name()));
            }
            return reasons;
        }
    }
}
