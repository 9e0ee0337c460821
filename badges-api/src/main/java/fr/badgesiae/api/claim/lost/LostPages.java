package fr.badgesiae.api.claim.lost;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to do about a lost slip, a lost card or a forgotten PIN. A number that is still known tells whom to see. */
@Path("/claim/lost")
@Produces(MediaType.TEXT_HTML)
public final class LostPages {
    private final Platform platform;
    private final FindContact find;

    public LostPages(Platform platform, FindContact find) {
        this.platform = platform;
        this.find = find;
    }

    @GET
    @Open
    public Response form(@Context ContainerRequestContext request) {
        return show(request, 200, "", null, Errors.none());
    }

    /** POST: the number is a secret that no address may hold. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response find(@Context ContainerRequestContext request, @FormParam("code") @DefaultValue("") String typed) {
        String kept = typed.substring(0, Math.min(typed.length(), 64));
        Optional<Code> code = Code.tryParse(typed);
        Optional<Contact> contact = code.flatMap(find::apply);
        if (code.isPresent() && contact.isEmpty()) {
            platform.throttles().misses().spend(Client.of(request));
        }
        return contact.isPresent()
                ? show(request, 200, "", contact.get(), Errors.none())
                : show(request, 422, kept, null, Errors.of("code", "award.claim.lost.unknown"));
    }

    private Response show(
            ContainerRequestContext request, int status, String typed, @Nullable Contact contact, Errors errors) {
        return platform.pages().show(request, status, "claim/lost", new Lost(typed, contact, errors));
    }

    /** What to do; {@code contact} is null while no number has told whom to see. */
    public record Lost(String typed, @Nullable Contact contact, Errors errors) implements Translated {}
}
