package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
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
import java.util.List;

/** The signers whose lists a network believes: how each stands, asking again, ending it. */
@Path("/app/trust")
@Produces(MediaType.TEXT_HTML)
public final class SignerPages {
    private static final int MOST = 200;

    private final Platform platform;
    private final PinSigner pin;
    private final FetchTrustList fetch;

    public SignerPages(Platform platform, PinSigner pin, FetchTrustList fetch) {
        this.platform = platform;
        this.pin = pin;
        this.fetch = fetch;
    }

    @GET
    @Allowed(Permission.NETWORK)
    public Response list(@Context ContainerRequestContext request) {
        Principal by = Principal.of(request);
        Instant now = platform.clock().instant();
        List<SignerPage> signers = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle
                                .attach(SignerDao.class)
                                .of(by.organisation().value(), MOST)
                                .stream()
                                .map(row -> page(row, now))
                                .toList());
        return platform.pages().show(request, "trust/list", new SignerListPage(signers));
    }

    @GET
    @Path("/{signer}")
    @Allowed(Permission.NETWORK)
    public Response show(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        return platform.pages().show(request, "trust/show", find(request, signer));
    }

    @POST
    @Path("/{signer}/refresh")
    @Allowed(Permission.NETWORK)
    public Response refresh(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        Principal by = Principal.of(request);
        fetch.fetch(by.organisation(), signer, Actor.account(by.account()));
        return platform.pages().seeOther("/app/trust/" + signer);
    }

    @GET
    @Path("/{signer}/remove")
    @Allowed(Permission.NETWORK)
    public Response askRemove(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        return platform.pages().show(request, "trust/remove", find(request, signer));
    }

    @POST
    @Path("/{signer}/remove")
    @Allowed(Permission.NETWORK)
    public Response remove(@Context ContainerRequestContext request, @PathParam("signer") SignerId signer) {
        Principal by = Principal.of(request);
        pin.unpin(by.organisation(), by.account(), signer);
        return platform.pages().seeOther("/app/trust");
    }

    private SignerPage find(ContainerRequestContext request, SignerId signer) {
        Principal by = Principal.of(request);
        return platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(SignerDao.class)
                                .find(signer.value(), by.organisation().value()))
                .map(row -> page(row, platform.clock().instant()))
                .orElseThrow(ProblemException::notFound);
    }

    static SignerPage page(SignerRow row, Instant now) {
        return new SignerPage(
                row.id().toString(),
                row.name(),
                row.did(),
                row.address(),
                row.pinnedAt(),
                state(row, now),
                row.triedAt(),
                row.problem(),
                row.sequence(),
                row.acceptedAt(),
                row.expiresAt(),
                row.entries(),
                row.leftOut());
    }

    private static SignerPage.State state(SignerRow row, Instant now) {
        if (row.expiresAt() == null) {
            return SignerPage.State.NONE;
        }
        if (!row.expiresAt().isAfter(now)) {
            return SignerPage.State.LAPSED;
        }
        return row.problem() == null ? SignerPage.State.COUNTS : SignerPage.State.TROUBLED;
    }
}
