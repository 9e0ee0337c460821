package fr.badgesiae.api.logo;

import fr.badgesiae.api.achievement.image.SizedImages;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The logo of an organisation at its public address, in one size; every organisation has one. */
@Path("/issuers/{id}/logo")
public final class LogoDocuments {
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final ShowLogo show;
    private final SizedImages sizes = new SizedImages();

    LogoDocuments(ShowLogo show) {
        this.show = show;
    }

    @GET
    @Open
    public Response logo(@PathParam("id") OrganisationId id) {
        StoredImage image = sizes.fit(show.apply(id), "list");
        return Response.ok(image.bytes(), image.type())
                .header("Cache-Control", FIVE_MINUTES)
                .build();
    }
}
