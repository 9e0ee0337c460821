package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.document.BadgeFile;
import fr.badgesiae.api.document.BakeBadge;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.problem.ProblemException;
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
    private final BakeBadge bake;

    public BadgeFiles(DownloadBadge download, BakeBadge bake) {
        this.download = download;
        this.bake = bake;
    }

    @GET
    @Path("/badges/{badge}/badge.json")
    @Allowed(Permission.HOLDER)
    public Response json(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        return BadgeFile.json(released(request, id).document()).response();
    }

    @GET
    @Path("/badges/{badge}/badge.jwt")
    @Allowed(Permission.HOLDER)
    public Response jwt(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        SignedForms released = released(request, id);
        return BadgeFile.jwt(released.jwt(), released.document()).response();
    }

    @GET
    @Path("/badges/{badge}/picture")
    @Allowed(Permission.HOLDER)
    public Response picture(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        return bake.apply(released(request, id).document()).response();
    }

    /** The picture for readers that take no drawing. */
    @GET
    @Path("/badges/{badge}/badge.png")
    @Allowed(Permission.HOLDER)
    public Response png(@Context ContainerRequestContext request, @PathParam("badge") CredentialId id) {
        return bake.png(released(request, id).document())
                .orElseThrow(ProblemException::notFound)
                .response();
    }

    private SignedForms released(ContainerRequestContext request, CredentialId id) {
        return download.apply(HolderPrincipal.of(request).holder(), id);
    }
}
