package fr.badgesiae.api.statuslist;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The public addresses of a status list, in both forms. */
@Path("/status")
public final class StatusListResource {
    private final PublishedStatusLists published;

    StatusListResource(PublishedStatusLists published) {
        this.published = published;
    }

    @GET
    @Path("{list}")
    @Open
    public Response list(@PathParam("list") String list, @Context Request request) {
        try {
            return DocumentAnswer.of(request, published.byId(Ids.parse(list)).orElseThrow(ProblemException::notFound));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    @GET
    @Path("{list}.jwt")
    @Open
    public Response token(@PathParam("list") String list, @Context Request request) {
        try {
            return DocumentAnswer.of(request, published.token(Ids.parse(list)).orElseThrow(ProblemException::notFound));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
