package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Whether an organisation writes down numbers of PASS IAE: a part of its profile. */
@Path("/app/organisation/pass-iae")
@Produces(MediaType.TEXT_HTML)
public final class PassIaeUsePages {
    private static final String PATH = "/app/organisation/pass-iae";

    private final Platform platform;
    private final ShowPassIaeUse show;
    private final ChangePassIaeUse change;
    private final RemovePassesIae remove;

    PassIaeUsePages(Platform platform, ChangePassIaeUse change) {
        this.platform = platform;
        this.show = new ShowPassIaeUse(platform.database());
        this.change = change;
        this.remove = new RemovePassesIae(platform);
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response show(@Context ContainerRequestContext request) {
        return show(request, 200, Errors.none());
    }

    private Response show(ContainerRequestContext request, int status, Errors errors) {
        ShowPassIaeUse.Use use = show.apply(Principal.of(request).organisation());
        return platform.pages().show(request, status, "pathway/pass-iae", new UsePage(use.asks(), use.held(), errors));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response change(@Context ContainerRequestContext request, @FormParam("asks") @Nullable String asks) {
        boolean asked = "yes".equals(asks);
        if (!asked && !"no".equals(asks)) {
            return show(request, 422, Errors.of("asks", "pathway.use.error.choose"));
        }
        change.apply(Principal.of(request), asked);
        return platform.pages().seeOther(PATH, asked ? "pathway.done.asked" : "pathway.done.not-asked");
    }

    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response remove(@Context ContainerRequestContext request, @FormParam("sure") @Nullable String sure) {
        if (!"yes".equals(sure)) {
            return show(request, 422, Errors.of("sure", "pathway.use.error.sure"));
        }
        return remove.apply(Principal.of(request))
                ? platform.pages().seeOther(PATH, "pathway.done.removed")
                : show(request, 409, Errors.of("", "pathway.use.error.asked"));
    }

    /**
     * The switch.
     *
     * @param held how many pathways have a number
     */
    public record UsePage(boolean asks, int held, Errors errors) {}
}
