package fr.badgesiae.api.platform.form;

import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.EndedSession;
import fr.badgesiae.api.platform.auth.FormOwner;
import fr.badgesiae.api.platform.auth.SentForm;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.html.RenderedPage;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns each page that answers a form into a redirect to that page, so that going back or reloading sends nothing again. A
 * form with a key counts once: each later sending of the same content is led where the first one led.
 *
 * <p>A page without a cookie is kept for a shorter while, for whoever has its address. Programs and errors of the server are
 * answered directly.
 */
@Priority(Priorities.AUTHENTICATION + 100)
public final class FormAnswerFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(FormAnswerFilter.class);
    private static final String SENDING = FormAnswerFilter.class.getName() + ".sending";
    private static final int LONGEST_KEY = 64;

    private final FormAnswers answers;

    @Context
    private ResourceInfo route;

    public FormAnswerFilter(FormAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        boolean allowed = route.getResourceMethod().isAnnotationPresent(Allowed.class);
        Optional<SentForm> sent = SentForm.in(request);
        if (sent.isPresent() || allowed) {
            request.setProperty(Pages.ANSWER_ADDRESS, EndedSession.PATH + answers.token());
        } else if (route.getResourceClass().isAnnotationPresent(Cookieless.class)) {
            request.setProperty(Pages.ANSWER_ADDRESS, PublicAnswerPages.PATH + answers.token());
        }
        if (allowed) {
            sent.flatMap(form -> key(request, form)).ifPresent(token -> startOnce(request, token, sent.get()));
        }
    }

    private void startOnce(ContainerRequestContext request, String token, SentForm sent) {
        if (answers.start(token, sent.visit())) {
            request.setProperty(SENDING, token);
        } else {
            request.abortWith(
                    Response.seeOther(URI.create(EndedSession.PATH + token)).build());
        }
    }

    /** The token of a form that has a key. */
    private Optional<String> key(ContainerRequestContext request, SentForm form) {
        String key = form.fields().getFirst("_key");
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        TreeMap<String, List<String>> content = new TreeMap<>(form.fields());
        content.remove("_key");
        content.remove("_csrf");
        String owner = form.owner().map(FormOwner::text).orElse("");
        return Optional.of(
                answers.token(key, owner + "\n" + request.getUriInfo().getPath() + "\n" + content));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        Optional<SentForm> sent = SentForm.in(request);
        try {
            boolean refused = keepPage(request, response, sent.map(SentForm::visit));
            if (sent.isPresent() && request.getProperty(SENDING) instanceof String token) {
                finish(token, sent.get(), response, refused);
            }
        } catch (RuntimeException failure) {
            // The form has done its work; only the comfort of the way back is missing.
            LOG.warn("The answer to a form is not kept: {}", failure.getClass().getName());
        }
    }

    private void finish(String token, SentForm sent, ContainerResponseContext response, boolean refused) {
        URI led = response.getLocation();
        if (response.getStatus() == Response.Status.SEE_OTHER.getStatusCode() && led != null && !refused) {
            answers.led(token, sent.visit(), led.toString());
        } else {
            answers.drop(token, sent.visit());
        }
    }

    /**
     * Keeps the page of this answer and redirects to it.
     *
     * @param visit of the sender; empty for a page without a cookie
     * @return whether the page refuses the form, so that the same one may be sent again
     */
    private boolean keepPage(
            ContainerRequestContext request, ContainerResponseContext response, Optional<String> visit) {
        int status = response.getStatus();
        if (!(response.getEntity() instanceof RenderedPage page)
                || status >= 500
                || !(request.getProperty(Pages.ANSWER_ADDRESS) instanceof String address)) {
            return status >= 400;
        }
        TreeMap<String, String> texts = new TreeMap<>();
        for (Locale language : page.languages()) {
            texts.put(language.getLanguage(), page.in(language).text());
        }
        Kept.Page kept = new Kept.Page(FormOwner.of(request), status, texts);
        String token = address.substring(address.lastIndexOf('/') + 1);
        boolean isKept = visit.isPresent() ? answers.keep(token, visit.get(), kept) : answers.keepPublic(token, kept);
        if (isKept) {
            // Without a cookie the language of the form is told by its address alone.
            String led = visit.isPresent() ? address : address + "?" + Languages.NAME + "=" + Languages.of(request);
            response.setStatusInfo(Response.Status.SEE_OTHER);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders().remove(HttpHeaders.CONTENT_LANGUAGE);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(led));
        }
        return status >= 400;
    }
}
