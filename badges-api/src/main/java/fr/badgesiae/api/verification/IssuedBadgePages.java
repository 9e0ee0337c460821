package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.ShowCredential;
import fr.badgesiae.api.credential.history.BadgeAct;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk's page of one issued badge. */
@Path("/app/credentials")
@Produces(MediaType.TEXT_HTML)
public final class IssuedBadgePages {
    private final Pages pages;
    private final Settings settings;
    private final ShowCredential show;

    public IssuedBadgePages(Pages pages, Settings settings, ShowCredential show) {
        this.pages = pages;
        this.settings = settings;
        this.show = show;
    }

    /**
     * One issued badge.
     *
     * @param written what it says
     * @param town of the organisation, or empty
     * @param person first and last name, or empty after erasure
     * @param privateNote the organisation's note on the revocation, or null
     * @param renewedBy the badge that took its place, or null
     * @param renewal leads to the offer that would renew it and waits for an answer, or null
     * @param acts what happened to it, oldest first
     * @param document the signed JSON exactly as released
     */
    public record IssuedBadge(
            IssuedCredential credential,
            Written written,
            String town,
            String person,
            @Nullable String privateNote,
            @Nullable CredentialId renewedBy,
            @Nullable String renewal,
            List<BadgeAct> acts,
            String document) {}

    @GET
    @Path("/{credential}")
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("credential") CredentialId id) {
        Principal by = Principal.of(request);
        ShowCredential.Shown shown = show.apply(by.organisation(), id);
        boolean notes = by.may(Permission.AWARD) || by.may(Permission.REVOKE);
        IssuedBadge page = new IssuedBadge(
                shown.credential(),
                Written.of(shown.document(), settings, by.zone()),
                shown.town(),
                shown.person(),
                notes ? shown.privateNote() : null,
                shown.renewedBy(),
                shown.renewal() == null ? null : "/app/offers/" + shown.renewal(),
                notes
                        ? shown.acts()
                        : shown.acts().stream().map(BadgeAct::withoutNote).toList(),
                shown.document());
        return pages.show(request, "verification/issued", page);
    }
}
