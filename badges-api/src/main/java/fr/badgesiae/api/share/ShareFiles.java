package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.SignedFile;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The downloads of a share: they live and die with its link. */
@Cookieless
@Path("/v")
public final class ShareFiles {
    private final Settings settings;
    private final OpenShare open;

    ShareFiles(Settings settings, OpenShare open) {
        this.settings = settings;
        this.open = open;
    }

    @GET
    @Open
    @Path("{code}/badge.json")
    public Response json(@PathParam("code") String code) {
        return SignedFile.json(open.open(code).document());
    }

    @GET
    @Open
    @Path("{code}/badge.jwt")
    public Response jwt(@PathParam("code") String code) {
        return SignedFile.jwt(open.open(code).jwt());
    }

    @GET
    @Open
    @Path("{code}/qr.svg")
    public Response svg(@PathParam("code") String code) {
        open.open(code);
        return Response.ok(QrCode.of(address(code).url()).svg(), "image/svg+xml")
                .build();
    }

    @GET
    @Open
    @Path("{code}/qr.png")
    public Response png(@PathParam("code") String code) {
        open.open(code);
        return Response.ok(QrPicture.png(address(code).url()), "image/png").build();
    }

    private ShareAddress address(String code) {
        return new ShareAddress(settings, Code.parse(code));
    }
}
