package fr.badgesiae.api.privacy.pack;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The answer to a person who asks for their data, to print and to copy. */
@Path("/app/workers/{worker}/data/answer")
@Produces(MediaType.TEXT_HTML)
public final class AnswerPages {
    private final Platform platform;
    private final AnswerAccess answer;

    AnswerPages(Platform platform, AnswerAccess answer) {
        this.platform = platform;
        this.answer = answer;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response answer(@Context ContainerRequestContext request, @PathParam("worker") PersonId person) {
        AnswerAccess.Answer found = answer.apply(Principal.of(request), person.value());
        PackPages.DocumentPage page = new PackPages.DocumentPage(
                PackDocument.ANSWER, found.text(), found.missing(), found.person(), "/app/workers/" + person + "/data");
        return platform.pages().show(request, "privacy/document", page);
    }
}
