package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Signers pinned by a network: list, detail, refresh and unpin. */
@Path("/app/trust")
@Produces(MediaType.TEXT_HTML)
public final class SignerPages {
    private final Pages pages;
    private final ListSigners list;
    private final ShowSigner show;
    private final FetchTrustList fetch;
    private final UnpinSigner unpin;

    public SignerPages(Pages pages, ListSigners list, ShowSigner show, FetchTrustList fetch, UnpinSigner unpin) {
        this.pages = pages;
        this.list = list;
        this.show = show;
        this.fetch = fetch;
        this.unpin = unpin;
    }

    /** The signers that a network pinned, by name. */
    public record SignerListPage(List<Signer> signers) {}

    /** A pinned signer, shown or about to be unpinned. */
    public record SignerPage(Signer signer) {}

    @GET
    @Allowed(Permission.NETWORK)
    public Response list(@Context ContainerRequestContext request) {
        OrganisationId network = Principal.of(request).organisation();
        return pages.show(request, "trust/list", new SignerListPage(list.apply(network)));
    }

    @GET
    @Path("/{signer}")
    @Allowed(Permission.NETWORK)
    public Response show(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        return pages.show(request, "trust/show", page(request, signer));
    }

    @POST
    @Path("/{signer}/refresh")
    @Allowed(Permission.NETWORK)
    public Response refresh(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        Principal by = Principal.of(request);
        fetch.apply(by.organisation(), signer, Actor.account(by.account()));
        return pages.seeOther("/app/trust/" + signer, "trust.done.refreshed");
    }

    @GET
    @Path("/{signer}/remove")
    @Allowed(Permission.NETWORK)
    public Response askRemove(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        return pages.show(request, "trust/remove", page(request, signer));
    }

    @POST
    @Path("/{signer}/remove")
    @Allowed(Permission.NETWORK)
    public Response remove(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        Principal by = Principal.of(request);
        unpin.apply(by.organisation(), by.account(), signer);
        return pages.seeOther("/app/trust", "trust.done.removed");
    }

    private SignerPage page(ContainerRequestContext request, SignerId signer) {
        return new SignerPage(show.apply(Principal.of(request).organisation(), signer));
    }
}
