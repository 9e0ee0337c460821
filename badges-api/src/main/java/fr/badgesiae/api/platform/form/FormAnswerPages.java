package fr.badgesiae.api.platform.form;

import fr.badgesiae.api.platform.auth.EndedSession;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.FormOwner;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.auth.SentForm;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.SitePaths;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.i18n.Languages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what a form led to, to the browser that sent it and while its owner's session is open. */
@Path("/answers")
@Produces(MediaType.TEXT_HTML)
public final class FormAnswerPages {
    private final FormAnswers answers;
    private final Sessions sessions;
    private final SitePaths paths;
    private final Pages pages;

    public FormAnswerPages(FormAnswers answers, Sessions sessions, SitePaths paths, Pages pages) {
        this.answers = answers;
        this.sessions = sessions;
        this.paths = paths;
        this.pages = pages;
    }

    @GET
    @Path("/{answer}")
    @Open
    public Response show(@Context ContainerRequestContext request, @PathParam("answer") String token) {
        Optional<Kept> kept = SentForm.visit(request).flatMap(visit -> answers.find(token, visit));
        if (kept.isEmpty()) {
            return pages.show(request, 410, "platform/answer-over", new AnswerOver("common.answer-over"));
        }
        return kept.get().fold(new Kept.Cases<>() {
            @Override
            public Response running() {
                AnswerRunning page = new AnswerRunning(EndedSession.PATH + token);
                return pages.show(request, "platform/answer-running", page);
            }

            @Override
            public Response address(String path) {
                return pages.seeOther(path);
            }

            @Override
            public Response page(Kept.Page page) {
                return FormAnswerPages.this.page(request, page);
            }

            @Override
            public Response form(Kept.Form form) {
                return FormAnswerPages.this.form(request, form);
            }
        });
    }

    private Response page(ContainerRequestContext request, Kept.Page page) {
        if (page.owner().isPresent() && !sessions.opens(request, page.owner().get())) {
            return entrance(page.owner().get());
        }
        return shown(request, page);
    }

    static Response shown(ContainerRequestContext request, Kept.Page page) {
        Locale language = Languages.of(request, page.languages());
        return Response.status(page.status())
                .type("text/html; charset=utf-8")
                .header("Content-Language", language.getLanguage())
                .entity(page.in(language))
                .build();
    }

    private Response form(ContainerRequestContext request, Kept.Form form) {
        return sessions.opens(request, form.owner())
                ? pages.show(request, "platform/resume", new ResumePage(form.action(), form.fields()))
                : entrance(form.owner());
    }

    private Response entrance(FormOwner owner) {
        EntryPoint point = switch (owner.kind()) {
            case DESK -> EntryPoint.SIGN_IN;
            case CLAIM -> EntryPoint.CLAIM;
            case HOLDER -> EntryPoint.HOLDER;
        };
        return pages.seeOther(paths.path(point) + "?" + EndedSession.NAME + "=" + EndedSession.TIME);
    }

    /**
     * Nothing is kept there any more.
     *
     * @param key the message key of the title; {@code key.text} has the words
     */
    public record AnswerOver(String key) {}

    /**
     * The form is being answered.
     *
     * @param path of this page, which looks again
     */
    public record AnswerRunning(String path) {}

    /**
     * A form that waited for its owner.
     *
     * @param action where it was sent to
     * @param fields names and values as typed
     */
    public record ResumePage(String action, List<Kept.Field> fields) {
        public ResumePage {
            fields = List.copyOf(fields);
        }
    }
}
