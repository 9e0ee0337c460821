package fr.badgesiae.api.logo;

import fr.badgesiae.api.achievement.image.ImageUpload;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** The form of the organisation's logo. */
@Path("/app/organisation/logo")
@Produces(MediaType.TEXT_HTML)
public final class LogoPages {
    private final Platform platform;
    private final HasLogo has;
    private final ReplaceLogo replace;
    private final RemoveLogo remove;

    LogoPages(Platform platform) {
        this.platform = platform;
        this.has = new HasLogo(platform.database());
        this.replace = new ReplaceLogo(platform);
        this.remove = new RemoveLogo(platform);
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response form(@Context ContainerRequestContext request) {
        return form(request, 200, Errors.none());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.ORGANISATION)
    public Response upload(
            @Context ContainerRequestContext request, @FormDataParam("image") @Nullable InputStream upload)
            throws IOException {
        byte[] bytes = upload == null ? new byte[0] : upload.readNBytes(ImageUpload.MAX_BYTES + 1);
        Optional<UnusableImageException.Reason> refusal = replace.apply(Principal.of(request), bytes);
        return refusal.isEmpty()
                ? platform.pages().seeOther("/app/organisation/logo", "logo.done.saved")
                : form(
                        request,
                        422,
                        Errors.of("image", "logo.error." + refusal.get().name()));
    }

    @POST
    @Path("/remove")
    @Allowed(Permission.ORGANISATION)
    public Response remove(@Context ContainerRequestContext request) {
        remove.apply(Principal.of(request));
        return platform.pages().seeOther("/app/organisation/logo", "logo.done.saved");
    }

    private Response form(ContainerRequestContext request, int status, Errors errors) {
        OrganisationId organisation = Principal.of(request).organisation();
        LogoPage page = new LogoPage("/issuers/" + organisation + "/logo", has.apply(organisation), errors);
        return platform.pages().show(request, status, "logo/form", page);
    }

    /**
     * The form of a logo.
     *
     * @param path of the logo as anybody sees it
     * @param own whether it was uploaded
     */
    public record LogoPage(String path, boolean own, Errors errors) {}
}
