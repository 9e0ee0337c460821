package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Translated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The link of a mail that confirms its address, with a button: a program that follows links confirms nothing. */
@Path("/contacts/{token}")
@Produces(MediaType.TEXT_HTML)
public final class ContactLinkPages {
    private final Platform platform;
    private final FindLink find;
    private final ConfirmByLink confirm;

    ContactLinkPages(Platform platform, FindLink find, ConfirmByLink confirm) {
        this.platform = platform;
        this.find = find;
        this.confirm = confirm;
    }

    @GET
    @Open
    public Response ask(@Context ContainerRequestContext request, @PathParam("token") String link) {
        return find.apply(link)
                .map(masked -> show(request, 200, new Answer("/contacts/" + link, masked, false)))
                .orElseGet(() -> over(request));
    }

    @POST
    @Open
    public Response confirm(@Context ContainerRequestContext request, @PathParam("token") String link) {
        return confirm.apply(link) ? show(request, 200, new Answer("", null, true)) : over(request);
    }

    private Response over(ContainerRequestContext request) {
        platform.throttles().misses().spend(Client.of(request));
        return show(request, 404, new Answer("", null, false));
    }

    private Response show(ContainerRequestContext request, int status, Answer page) {
        return platform.pages().show(request, status, "holder/contact-link", page);
    }

    /**
     * The question, or how it ended.
     *
     * @param masked the address in question, or null
     * @param confirmed whether it was confirmed just now; with neither, the link is over
     */
    public record Answer(String path, @Nullable String masked, boolean confirmed) implements Translated {}
}
