package fr.badgesiae.api.platform.form;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.platform.web.SecurityHeaders;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Shows the page that answered a form without a cookie, to whoever has its address, for some minutes. */
@Cookieless
@Path("/answers/public")
@Produces(MediaType.TEXT_HTML)
public final class PublicAnswerPages {
    static final String PATH = "/answers/public/";

    private final FormAnswers answers;
    private final Pages pages;

    public PublicAnswerPages(FormAnswers answers, Pages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    @GET
    @Path("/{answer}")
    @Open
    public Response show(@Context ContainerRequestContext request, @PathParam("answer") String token) {
        return answers.findPublic(token)
                .map(page -> {
                    request.setProperty(SecurityHeaders.EMBEDDED_IMAGES, true);
                    return FormAnswerPages.shown(request, page);
                })
                .orElseGet(() -> pages.show(
                        pages.publicContext(request),
                        410,
                        "platform/answer-over",
                        new FormAnswerPages.AnswerOver("common.public-answer-over")));
    }
}
