package fr.badgesiae.api.share;

import fr.badgesiae.api.document.BadgeFile;
import fr.badgesiae.api.document.BakeBadge;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.platform.web.AnyOrigin;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The files behind a share link, for as long as the link is open. Scripts read them without a preflight: plain requests. */
@AnyOrigin
@Cookieless
@Path("/v")
public final class ShareFiles {
    private final Settings settings;
    private final OpenShare open;
    private final BakeBadge bake;
    private final RequestBudget misses;

    ShareFiles(Settings settings, OpenShare open, BakeBadge bake, RequestBudget misses) {
        this.settings = settings;
        this.open = open;
        this.bake = bake;
        this.misses = misses;
    }

    @GET
    @Open
    @Path("{code}/badge.json")
    public Response json(@Context ContainerRequestContext request, @PathParam("code") String code) {
        return BadgeFile.json(badge(request, code).document()).response();
    }

    @GET
    @Open
    @Path("{code}/badge.jwt")
    public Response jwt(@Context ContainerRequestContext request, @PathParam("code") String code) {
        SharedBadge badge = badge(request, code);
        return BadgeFile.jwt(badge.jwt(), badge.document()).response();
    }

    @GET
    @Open
    @Path("{code}/picture")
    public Response picture(@Context ContainerRequestContext request, @PathParam("code") String code) {
        return bake.apply(badge(request, code).document()).response();
    }

    /** The picture for readers that take no drawing. */
    @GET
    @Open
    @Path("{code}/badge.png")
    public Response pngPicture(@Context ContainerRequestContext request, @PathParam("code") String code) {
        return bake.png(badge(request, code).document())
                .orElseThrow(ProblemException::notFound)
                .response();
    }

    @GET
    @Open
    @Path("{code}/qr.svg")
    public Response svg(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        ShareCode code = opened(request, typed);
        return Response.ok(QrCode.of(address(code)).svg(code.lines()), "image/svg+xml")
                .build();
    }

    @GET
    @Open
    @Path("{code}/qr.png")
    public Response png(@Context ContainerRequestContext request, @PathParam("code") String typed) {
        ShareCode code = opened(request, typed);
        return Response.ok(QrPicture.png(address(code), code.lines()), "image/png")
                .build();
    }

    private String address(ShareCode code) {
        return settings.url(code.path());
    }

    /** The badge behind the code; that of a link to several has its place in it. */
    private SharedBadge badge(ContainerRequestContext request, String code) {
        return open.apply(code).fold(new Existing<>(request) {
            @Override
            public SharedBadge found(SharedBadge badge) {
                return badge;
            }

            @Override
            public SharedBadge several(OpenShare.Several portfolio) {
                throw ProblemException.notFound();
            }
        });
    }

    /** The code of an open link to one badge or several. */
    private ShareCode opened(ContainerRequestContext request, String code) {
        return open.apply(code).fold(new Existing<>(request) {
            @Override
            public ShareCode found(SharedBadge badge) {
                return ShareCode.tryParse(code).orElseThrow();
            }

            @Override
            public ShareCode several(OpenShare.Several portfolio) {
                return ShareCode.tryParse(code).orElseThrow();
            }
        });
    }

    static ProblemException ended() {
        return new ProblemException(ProblemType.GONE, "This share link was switched off or has ended.");
    }

    /** A file has no page that explains: what is not there is a problem. */
    private abstract class Existing<T> implements OpenShare.Cases<T> {
        private final ContainerRequestContext request;

        Existing(ContainerRequestContext request) {
            this.request = request;
        }

        @Override
        public T ended() {
            throw ShareFiles.ended();
        }

        @Override
        public T unknown() {
            misses.spend(Client.of(request));
            throw ProblemException.notFound();
        }
    }
}
