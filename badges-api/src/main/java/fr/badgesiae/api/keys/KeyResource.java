package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Published documents of keys, at the URLs defined by did:web, JOSE and SD-JWT VC. */
@Path("/")
public final class KeyResource {
    private final PublishedKeys published;

    KeyResource(PublishedKeys published) {
        this.published = published;
    }

    @GET
    @Path(".well-known/did.json")
    @Open
    public Response platformDid(@Context Request request) {
        return answer(request, "/.well-known/did.json");
    }

    @GET
    @Path(".well-known/jwks.json")
    @Open
    public Response keySet(@Context Request request) {
        return answer(request, "/.well-known/jwks.json");
    }

    @GET
    @Path("issuers/{id}/did.json")
    @Open
    public Response issuerDid(@PathParam("id") String id, @Context Request request) {
        return answer(request, "/issuers/" + id + "/did.json");
    }

    @GET
    @Path(".well-known/jwt-vc-issuer/issuers/{id}")
    @Open
    public Response jwtIssuer(@PathParam("id") String id, @Context Request request) {
        return answer(request, "/.well-known/jwt-vc-issuer/issuers/" + id);
    }

    @GET
    @Path("keys/{id}")
    @Open
    public Response key(@PathParam("id") String id, @Context Request request) {
        return answer(request, "/keys/" + id);
    }

    private Response answer(Request request, String path) {
        return DocumentAnswer.of(request, published.at(path).orElseThrow(ProblemException::notFound));
    }
}
