package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.SignedFile;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The files behind a share link, for as long as the link is open. */
@Cookieless
@Path("/v")
public final class ShareFiles {
    /** A file has no page that explains: every other outcome is a problem. */
    private static final OpenShare.Cases<SharedBadge> BADGE = new OpenShare.Cases<>() {
        @Override
        public SharedBadge found(SharedBadge badge) {
            return badge;
        }

        @Override
        public SharedBadge ended() {
            throw new ProblemException(ProblemType.GONE, "This share link was switched off or has ended.");
        }

        @Override
        public SharedBadge unknown() {
            throw ProblemException.notFound();
        }
    };

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
        return SignedFile.json(badge(code).document());
    }

    @GET
    @Open
    @Path("{code}/badge.jwt")
    public Response jwt(@PathParam("code") String code) {
        return SignedFile.jwt(badge(code).jwt());
    }

    @GET
    @Open
    @Path("{code}/qr.svg")
    public Response svg(@PathParam("code") String code) {
        badge(code);
        return Response.ok(QrCode.of(address(code).url()).svg(), "image/svg+xml")
                .build();
    }

    @GET
    @Open
    @Path("{code}/qr.png")
    public Response png(@PathParam("code") String code) {
        badge(code);
        return Response.ok(QrPicture.png(address(code).url()), "image/png").build();
    }

    private SharedBadge badge(String code) {
        return open.apply(code).fold(BADGE);
    }

    private ShareAddress address(String code) {
        return new ShareAddress(settings, Code.parse(code));
    }
}
