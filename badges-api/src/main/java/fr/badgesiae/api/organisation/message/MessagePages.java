package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages at the desk of a network: the list, a new one, its end. */
@Path("/app/network/messages")
@Produces(MediaType.TEXT_HTML)
public final class MessagePages {
    private final Platform platform;
    private final ListMessages list;
    private final FindMessage find;
    private final SendMessage send;
    private final WithdrawMessage withdraw;

    MessagePages(Platform platform) {
        this.platform = platform;
        this.list = new ListMessages(platform.database());
        this.find = new FindMessage(platform.database());
        this.send = new SendMessage(platform);
        this.withdraw = new WithdrawMessage(platform);
    }

    @GET
    @Allowed(Permission.NETWORK)
    public Response list(@Context ContainerRequestContext request) {
        Principal by = Principal.of(request);
        return platform.pages()
                .show(request, "organisation/message/list", new Listing(list.apply(by.organisation()), today(by)));
    }

    private LocalDate today(Principal by) {
        return by.zone().today(platform.clock());
    }

    @GET
    @Path("/new")
    @Allowed(Permission.NETWORK)
    public Response blank(@Context ContainerRequestContext request) {
        MessageForm form = MessageForm.blank(today(Principal.of(request)));
        return platform.pages().show(request, "organisation/message/form", new Form(form, Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response send(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        MessageForm form = MessageForm.of(typed);
        Errors errors = send.apply(Principal.of(request), form);
        return errors.isEmpty()
                ? platform.pages().seeOther("/app/network/messages", "organisation.done.message-sent")
                : platform.pages().show(request, 422, "organisation/message/form", new Form(form, errors));
    }

    @GET
    @Path("/{message}/withdraw")
    @Allowed(Permission.NETWORK)
    public Response askWithdraw(@Context ContainerRequestContext request, @PathParam("message") MessageId id) {
        NetworkMessage message = find.apply(Principal.of(request).organisation(), id);
        return platform.pages().show(request, "organisation/message/withdraw", new Withdraw(message));
    }

    @POST
    @Path("/{message}/withdraw")
    @Allowed(Permission.NETWORK)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("message") MessageId id) {
        withdraw.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/network/messages", "organisation.done.message-withdrawn");
    }

    /** The messages of a network. */
    public record Listing(List<NetworkMessage> messages, LocalDate today) {}

    /** A message that is written. */
    public record Form(MessageForm form, Errors errors) {
        /** Who may read it, by name. */
        public Map<String, String> audiences(PageContext context) {
            Map<String, String> audiences = new LinkedHashMap<>();
            for (Audience each : Audience.values()) {
                audiences.put(each.name(), context.t(each.key()));
            }
            return audiences;
        }
    }

    /** The question before its end. */
    public record Withdraw(NetworkMessage message) {}
}
