package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.SignedFile;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The signed files of a badge, for its holder; no share link is needed. */
@Path("/me")
public final class BadgeFiles {
    private final DownloadBadge download;

    public BadgeFiles(DownloadBadge download) {
        this.download = download;
    }

    @GET
    @Path("/badges/{badge}/badge.json")
    @Allowed(Permission.HOLDER)
    public Response json(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        return SignedFile.json(
                download.apply(HolderPrincipal.of(request).holder(), id).document());
    }

    @GET
    @Path("/badges/{badge}/badge.jwt")
    @Allowed(Permission.HOLDER)
    public Response jwt(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        return SignedFile.jwt(
                download.apply(HolderPrincipal.of(request).holder(), id).jwt());
    }
}
