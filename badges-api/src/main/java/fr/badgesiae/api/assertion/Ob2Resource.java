package fr.badgesiae.api.assertion;

import fr.badgesiae.api.document.BadgeFile;
import fr.badgesiae.api.document.BakeBadge;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** Open Badges 2.0 at permanent addresses, for anybody. What was withdrawn or revoked is answered 410, with a body that says so. */
@Cookieless
@Path("/v2")
public final class Ob2Resource {
    private final PublishedBadges published;
    private final BakeBadge bake;

    Ob2Resource(PublishedBadges published, BakeBadge bake) {
        this.published = published;
        this.bake = bake;
    }

    @GET
    @Path("issuers/{id}")
    @Open
    public Response issuer(@PathParam("id") String id, @Context Request request) {
        return answer(request, published.issuer(uuid(id)));
    }

    @GET
    @Path("keys/{id}")
    @Open
    public Response key(@PathParam("id") String id, @Context Request request) {
        return answer(request, published.key(uuid(id)));
    }

    @GET
    @Path("revocations/{id}")
    @Open
    public Response revocations(@PathParam("id") String id, @Context Request request) {
        return answer(request, published.revocations(uuid(id)));
    }

    @GET
    @Path("badgeclasses/{id}/{version: [1-9][0-9]{0,8}}")
    @Open
    public Response badgeClass(
            @PathParam("id") String id, @PathParam("version") int version, @Context Request request) {
        return answer(request, published.badgeClass(uuid(id), version));
    }

    @GET
    @Path("assertions/{id}")
    @Open
    public Response assertion(@PathParam("id") String id, @Context Request request) {
        PublishedBadges.Assertion found = found(id);
        return found.ended()
                ? Response.status(Response.Status.GONE)
                        .type(found.document().mediaType())
                        .entity(found.document().body())
                        .header("Access-Control-Allow-Origin", "*")
                        .build()
                : DocumentAnswer.of(request, found.document());
    }

    /** The signed form. */
    @GET
    @Path("assertions/{id}/badge.jws")
    @Open
    public Response signed(@PathParam("id") String id) {
        return open(BadgeFile.jws(live(id).signed()));
    }

    /** The picture with the hosted form inside. */
    @GET
    @Path("assertions/{id}/picture")
    @Open
    public Response picture(@PathParam("id") String id) {
        PublishedBadges.Assertion found = live(id);
        return open(bake.older(found.version(), found.hosted()));
    }

    /** The picture with the signed form inside. */
    @GET
    @Path("assertions/{id}/signed-picture")
    @Open
    public Response signedPicture(@PathParam("id") String id) {
        PublishedBadges.Assertion found = live(id);
        return open(bake.older(found.version(), found.signed()));
    }

    private static Response open(BadgeFile file) {
        return Response.fromResponse(file.response())
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private PublishedBadges.Assertion found(String id) {
        return published.assertion(uuid(id)).orElseThrow(ProblemException::notFound);
    }

    private PublishedBadges.Assertion live(String id) {
        PublishedBadges.Assertion found = found(id);
        if (found.ended()) {
            throw new ProblemException(ProblemType.GONE, "This badge is no longer published.");
        }
        return found;
    }

    private static Response answer(Request request, Optional<PublishedDocument> document) {
        return DocumentAnswer.of(request, document.orElseThrow(ProblemException::notFound));
    }

    private static UUID uuid(String id) {
        try {
            return Ids.parse(id);
        } catch (IllegalArgumentException none) {
            throw ProblemException.notFound();
        }
    }
}
