package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Revision;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** How to reach a person: hints for everybody who reads names, a form, and the contacts in clear for who may reveal them. */
@Path("/app/workers/{worker}/contact")
@Produces(MediaType.TEXT_HTML)
public final class ContactPages {
    private final Platform platform;
    private final ShowContact show;
    private final ChangeContact change;

    ContactPages(Platform platform) {
        this.platform = platform;
        this.show = new ShowContact(platform);
        this.change = new ChangeContact(platform);
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return show(request, 200, id, false, ContactForm.empty(), Errors.none());
    }

    private Response show(
            ContainerRequestContext request,
            int status,
            PersonId id,
            boolean reveal,
            ContactForm typed,
            Errors errors) {
        ShowContact.Shown shown = show.apply(Principal.of(request), id, reveal);
        return platform.pages().show(request, status, "contact/show", new ContactPage(shown, reveal, typed, errors));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            MultivaluedMap<String, String> typed) {
        ContactForm form = ContactForm.of(typed);
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return show(request, 422, id, false, form, errors);
        }
        return switch (change.apply(Principal.of(request), id, Revision.of(typed), form)) {
            case SAVED -> platform.pages().seeOther("/app/workers/" + id + "/contact", "worker.done.contact");
            case SAVED_SINCE -> show(request, 409, id, false, form, Errors.of("", "common.saved-since"));
        };
    }

    /** A POST, because it writes an audit line. Only the response body carries the contacts. */
    @POST
    @Path("/reveal")
    @Allowed(Permission.SENSITIVE)
    public Response reveal(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return show(request, 200, id, true, ContactForm.empty(), Errors.none());
    }

    /**
     * The contacts and their form.
     *
     * @param revealed whether they are in clear; otherwise they are hints
     */
    public record ContactPage(ShowContact.Shown shown, boolean revealed, ContactForm typed, Errors errors) {}
}
