package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.web.AnyOrigin;
import fr.badgesiae.api.platform.web.AnyOriginFilter;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Where wallets read what an organisation issues: between host and path, and after the path, where older ones look. */
@AnyOrigin
@Cookieless
@Path("/")
public final class OpenidMetadataResource {
    private final IssuerMetadata metadata;
    private final PublishedDocument server;

    OpenidMetadataResource(IssuerMetadata metadata, PublishedDocument server) {
        this.metadata = metadata;
        this.server = server;
    }

    @GET
    @Open
    @Path(".well-known/openid-credential-issuer/issuers/{id}")
    public Response issuer(@PathParam("id") OrganisationId id, @Context Request request) {
        return DocumentAnswer.of(request, metadata.apply(id).orElseThrow(ProblemException::notFound));
    }

    @GET
    @Open
    @Path("issuers/{id}/.well-known/openid-credential-issuer")
    public Response issuerAfterPath(@PathParam("id") OrganisationId id, @Context Request request) {
        return issuer(id, request);
    }

    @GET
    @Open
    @Path(".well-known/oauth-authorization-server")
    public Response server(@Context Request request) {
        return DocumentAnswer.of(request, server);
    }

    @OPTIONS
    @Open
    @Path(".well-known/openid-credential-issuer/issuers/{id}")
    public Response issuerOptions() {
        return AnyOriginFilter.preflight("GET");
    }

    @OPTIONS
    @Open
    @Path("issuers/{id}/.well-known/openid-credential-issuer")
    public Response issuerAfterPathOptions() {
        return AnyOriginFilter.preflight("GET");
    }

    @OPTIONS
    @Open
    @Path(".well-known/oauth-authorization-server")
    public Response serverOptions() {
        return AnyOriginFilter.preflight("GET");
    }
}
