package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One contact: its code is typed, sent again, or it is removed. */
@Path("/me/contacts")
@Produces(MediaType.TEXT_HTML)
public final class CodePages {
    private static final String OVERVIEW = "/me/contacts";

    private final Platform platform;
    private final ListContacts list;
    private final ConfirmContact confirm;
    private final SendCodeAgain again;
    private final RemoveContact remove;

    CodePages(Platform platform, ListContacts list, ConfirmContact confirm, SendCodeAgain again, RemoveContact remove) {
        this.platform = platform;
        this.list = list;
        this.confirm = confirm;
        this.again = again;
        this.remove = remove;
    }

    @GET
    @Path("/{contact}")
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request, @PathParam("contact") ContactId contact) {
        Contact found = find(request, contact);
        return found.confirmed()
                ? platform.pages().seeOther(OVERVIEW)
                : code(request, 200, found, false, Errors.none());
    }

    @POST
    @Path("/{contact}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response confirm(
            @Context ContainerRequestContext request,
            @PathParam("contact") ContactId contact,
            @FormParam("code") @DefaultValue("") String code) {
        return switch (confirm.apply(holder(request), contact, code)) {
            case CONFIRMED -> platform.pages().seeOther(OVERVIEW, "holder.done.contact-confirmed");
            case WRONG ->
                code(request, 422, find(request, contact), false, Errors.of("code", "holder.contact.code.wrong"));
            case OVER ->
                code(request, 422, find(request, contact), false, Errors.of("code", "holder.contact.code.over"));
        };
    }

    @POST
    @Path("/{contact}/again")
    @Allowed(Permission.HOLDER)
    public Response again(@Context ContainerRequestContext request, @PathParam("contact") ContactId contact) {
        return again.apply(holder(request), contact, Client.of(request))
                ? code(request, 200, find(request, contact), true, Errors.none())
                : code(request, 429, find(request, contact), false, Errors.of("code", "holder.contact.later"));
    }

    @GET
    @Path("/{contact}/remove")
    @Allowed(Permission.HOLDER)
    public Response askRemove(@Context ContainerRequestContext request, @PathParam("contact") ContactId contact) {
        return platform.pages().show(request, "holder/contact-remove", new Question(find(request, contact)));
    }

    @POST
    @Path("/{contact}/remove")
    @Allowed(Permission.HOLDER)
    public Response remove(@Context ContainerRequestContext request, @PathParam("contact") ContactId contact) {
        remove.apply(holder(request), contact);
        // Without a kind that is on, the page of contacts is gone with the last one.
        boolean there = platform.outbox().sendsAny()
                || !list.apply(holder(request)).all().isEmpty();
        return platform.pages().seeOther(there ? OVERVIEW : "/me", "holder.done.contact-removed");
    }

    private static HolderId holder(ContainerRequestContext request) {
        return HolderPrincipal.of(request).holder();
    }

    private Contact find(ContainerRequestContext request, ContactId contact) {
        return list.apply(holder(request))
                .find(one -> one.id().equals(contact))
                .orElseThrow(ProblemException::notFound);
    }

    private Response code(
            ContainerRequestContext request, int status, Contact contact, boolean sentAgain, Errors errors) {
        boolean mayAsk = platform.outbox().sends(contact.kind());
        return platform.pages()
                .show(request, status, "holder/contact-code", new Code(contact, sentAgain, mayAsk, errors));
    }

    /**
     * The form of a code.
     *
     * @param sentAgain whether another one was sent just now
     * @param mayAsk whether another one can be sent
     */
    public record Code(Contact contact, boolean sentAgain, boolean mayAsk, Errors errors) implements Translated {}

    /** The contact in question. */
    public record Question(Contact contact) implements Translated {}
}
