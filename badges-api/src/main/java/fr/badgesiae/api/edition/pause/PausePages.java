package fr.badgesiae.api.edition.pause;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.PublicReason.ReasonForm;
import fr.badgesiae.api.credential.ShowCredential;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Pages;
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
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The desk pages that pause a badge and resume it. */
@Path("/app/credentials")
@Produces(MediaType.TEXT_HTML)
public final class PausePages {
    private static final String ROOT = "/app/credentials/";

    private final Pages pages;
    private final ShowCredential show;
    private final PauseBadge pause;
    private final ResumeBadge resume;

    public PausePages(Pages pages, ShowCredential show, PauseBadge pause, ResumeBadge resume) {
        this.pages = pages;
        this.show = show;
        this.pause = pause;
        this.resume = resume;
    }

    /**
     * The question before a badge is paused.
     *
     * @param path of the badge
     * @param reason the chosen reason, or null
     * @param note the typed note
     */
    public record PausePage(
            String path,
            String badge,
            String person,
            @Nullable String reason,
            String note,
            Errors errors) {}

    /**
     * The question before a badge is resumed.
     *
     * @param path of the badge
     * @param reason of the pause
     */
    public record ResumePage(String path, String badge, String person, Instant since, String reason) {}

    /** The question before a badge is paused; before it is resumed, where it is paused. */
    @GET
    @Path("/{credential}/pause")
    @Allowed(Permission.REVOKE)
    public Response asking(@Context ContainerRequestContext request, @PathParam("credential") CredentialId id) {
        ShowCredential.Shown shown = find(request, id);
        IssuedCredential badge = shown.credential();
        if (badge.paused()) {
            return pages.show(request, "credential/resume", resumePage(shown));
        }
        return badge.state() == CredentialState.ISSUED
                ? form(request, 200, shown, ReasonForm.EMPTY, Errors.none())
                : pages.seeOther(ROOT + badge.id());
    }

    private static ResumePage resumePage(ShowCredential.Shown shown) {
        IssuedCredential badge = shown.credential();
        return new ResumePage(
                ROOT + badge.id(),
                badge.achievementName(),
                shown.person(),
                Objects.requireNonNull(badge.revokedAt()),
                Objects.requireNonNull(badge.publicReason()).name());
    }

    @POST
    @Path("/{credential}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.REVOKE)
    public Response pause(
            @Context ContainerRequestContext request,
            @PathParam("credential") CredentialId id,
            MultivaluedMap<String, String> typed) {
        ReasonForm form = ReasonForm.of(typed);
        Errors errors = form.check(PublicReason::isPause);
        ShowCredential.Shown shown = find(request, id);
        if (!errors.isEmpty()) {
            return form(request, 422, shown, form, errors);
        }
        Principal by = Principal.of(request);
        CredentialId badge = shown.credential().id();
        PauseBadge.Outcome outcome = pause.apply(
                by.organisation(), badge, form.chosen(PublicReason::isPause).orElseThrow(), form.note(), by.account());
        return switch (outcome) {
            case DONE -> pages.seeOther(ROOT + badge, "credential.done.paused");
            case NOT_IN_FORCE -> pages.seeOther(ROOT + badge, "credential.done.paused-before");
            case LAPSED -> form(request, 409, shown, form, Errors.of("", "credential.pause.lapsed"));
        };
    }

    @POST
    @Path("/{credential}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.REVOKE)
    public Response resume(@Context ContainerRequestContext request, @PathParam("credential") CredentialId id) {
        Principal by = Principal.of(request);
        ShowCredential.Shown shown = find(request, id);
        String path = ROOT + shown.credential().id();
        return switch (resume.apply(by.organisation(), shown.credential().id(), by.account())) {
            case DONE -> pages.seeOther(path, "credential.done.resumed");
            case BEING_SIGNED -> pages.seeOther(path, "credential.done.resumed-soon");
            case NOT_PAUSED, LAPSED -> pages.seeOther(path, "credential.done.resumed-before");
        };
    }

    private ShowCredential.Shown find(ContainerRequestContext request, CredentialId id) {
        return show.apply(Principal.of(request).organisation(), id);
    }

    private Response form(
            ContainerRequestContext request, int status, ShowCredential.Shown about, ReasonForm form, Errors errors) {
        PausePage page = new PausePage(
                ROOT + about.credential().id(),
                about.credential().achievementName(),
                about.person(),
                form.reason(),
                form.note(),
                errors);
        return pages.show(request, status, "credential/pause", page);
    }
}
