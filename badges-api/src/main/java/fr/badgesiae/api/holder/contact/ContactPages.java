package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.mail.MessageKind;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contacts of a holder, and the forms that give one. A kind that is off is shown only to whoever gave it before. */
@Path("/me/contacts")
@Produces(MediaType.TEXT_HTML)
public final class ContactPages {
    private final Platform platform;
    private final ListContacts list;
    private final AddContact add;

    ContactPages(Platform platform, ListContacts list, AddContact add) {
        this.platform = platform;
        this.list = list;
        this.add = add;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response overview(@Context ContainerRequestContext request) {
        ListContacts.Listed contacts = list.apply(HolderPrincipal.of(request).holder());
        if (contacts.limited()) {
            return platform.pages().show(request, "holder/contacts", new Overview(List.of(), true));
        }
        List<Kind> kinds = Arrays.stream(MessageKind.values())
                .map(kind -> new Kind(
                        kind, platform.outbox().sends(kind), of(contacts, kind, true), of(contacts, kind, false)))
                .filter(Kind::isThere)
                .toList();
        if (kinds.isEmpty()) {
            throw ProblemException.notFound();
        }
        return platform.pages().show(request, "holder/contacts", new Overview(kinds, false));
    }

    private static @Nullable Contact of(ListContacts.Listed contacts, MessageKind kind, boolean confirmed) {
        return contacts.find(contact -> contact.kind() == kind && contact.confirmed() == confirmed)
                .orElse(null);
    }

    @GET
    @Path("/mail")
    @Allowed(Permission.HOLDER)
    public Response mail(@Context ContainerRequestContext request) {
        return form(request, MessageKind.MAIL);
    }

    @POST
    @Path("/mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response addMail(
            @Context ContainerRequestContext request, @FormParam("address") @DefaultValue("") String address) {
        return add(request, MessageKind.MAIL, address);
    }

    @GET
    @Path("/phone")
    @Allowed(Permission.HOLDER)
    public Response phone(@Context ContainerRequestContext request) {
        return form(request, MessageKind.SMS);
    }

    @POST
    @Path("/phone")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response addPhone(
            @Context ContainerRequestContext request, @FormParam("address") @DefaultValue("") String number) {
        return add(request, MessageKind.SMS, number);
    }

    private Response form(ContainerRequestContext request, MessageKind kind) {
        if (!platform.outbox().sends(kind)) {
            throw ProblemException.notFound();
        }
        return form(request, 200, kind, "", Errors.none());
    }

    private Response add(ContainerRequestContext request, MessageKind kind, String typed) {
        HolderId holder = HolderPrincipal.of(request).holder();
        AddContact.Outcome outcome =
                add.apply(holder, kind, typed, platform.pages().context(request).language(), Client.of(request));
        if (outcome instanceof AddContact.Sent sent) {
            return platform.pages().seeOther("/me/contacts/" + sent.contact());
        }
        if (outcome == AddContact.Problem.LIMITED) {
            return platform.pages().seeOther("/me/contacts");
        }
        return outcome == AddContact.Problem.LATER
                ? form(request, 429, kind, typed, Errors.of("address", "holder.contact.later"))
                : form(request, 422, kind, typed, Errors.of("address", "holder.contact.malformed." + kind));
    }

    private Response form(ContainerRequestContext request, int status, MessageKind kind, String typed, Errors errors) {
        ListContacts.Listed contacts = list.apply(HolderPrincipal.of(request).holder());
        if (contacts.limited()) {
            return platform.pages().seeOther("/me/contacts");
        }
        Contact now = of(contacts, kind, true);
        Form page = new Form(kind, now == null ? null : now.masked(), typed, errors);
        return platform.pages().show(request, status, "holder/contact-form", page);
    }

    /**
     * The kinds that are on, or that the holder gave.
     *
     * @param limited whether the space was reopened and waits: then no contact is shown or changed
     */
    public record Overview(List<Kind> kinds, boolean limited) implements Translated {
        /** Whether none is confirmed yet. */
        public boolean empty() {
            return kinds.stream().allMatch(kind -> kind.confirmed() == null);
        }
    }

    /**
     * One kind.
     *
     * @param on whether its messages are sent
     */
    public record Kind(
            MessageKind kind,
            boolean on,
            @Nullable Contact confirmed,
            @Nullable Contact waiting) {
        boolean isThere() {
            return on || confirmed != null || waiting != null;
        }

        /** The form that gives or changes it. */
        public String path() {
            return ContactPages.path(kind);
        }
    }

    /**
     * The form of one kind.
     *
     * @param former the contact that a new one takes the place of, masked, or null
     */
    public record Form(MessageKind kind, @Nullable String former, String typed, Errors errors) implements Translated {
        public String path() {
            return ContactPages.path(kind);
        }

        public boolean isMail() {
            return kind == MessageKind.MAIL;
        }
    }

    static String path(MessageKind kind) {
        return kind == MessageKind.MAIL ? "/me/contacts/mail" : "/me/contacts/phone";
    }
}
