package fr.badgesiae.api.paper;

import fr.badgesiae.api.document.BadgeFile;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.pdf.Attachment;
import fr.badgesiae.api.platform.pdf.PdfWriter;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.share.OpenShare;
import fr.badgesiae.api.share.ShareCode;
import fr.badgesiae.api.share.SharedBadge;
import fr.badgesiae.api.verification.VerifyReleased;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The papers of a share link, for as long as the link is open: sheet, card and strip of a badge; the portfolio of several. */
@Cookieless
@Path("/v")
public final class PaperFiles {
    private final Platform platform;
    private final OpenShare open;
    private final VerifyReleased verify;
    private final DrawBadge draw;
    private final PdfWriter writer;

    PaperFiles(Platform platform, OpenShare open, VerifyReleased verify, DrawBadge draw, PdfWriter writer) {
        this.platform = platform;
        this.open = open;
        this.verify = verify;
        this.draw = draw;
        this.writer = writer;
    }

    @GET
    @Open
    @Path("{code}/badge.pdf")
    public Response sheet(@Context ContainerRequestContext request, @PathParam("code") String code) {
        return badge(request, code, PaperKind.SHEET);
    }

    @GET
    @Open
    @Path("{code}/card.pdf")
    public Response card(@Context ContainerRequestContext request, @PathParam("code") String code) {
        return badge(request, code, PaperKind.CARD);
    }

    @GET
    @Open
    @Path("{code}/strip.pdf")
    public Response strip(@Context ContainerRequestContext request, @PathParam("code") String code) {
        return badge(request, code, PaperKind.STRIP);
    }

    @GET
    @Open
    @Path("{code}/portfolio.pdf")
    public Response portfolio(@Context ContainerRequestContext request, @PathParam("code") String code) {
        return open.apply(code).fold(new Existing(request) {
            @Override
            public Response found(SharedBadge badge) {
                throw ProblemException.notFound();
            }

            @Override
            public Response several(OpenShare.Several shared) {
                return portfolio(request, shared, ShareCode.tryParse(code).orElseThrow());
            }
        });
    }

    private Response badge(ContainerRequestContext request, String code, PaperKind kind) {
        return open.apply(code).fold(new Existing(request) {
            @Override
            public Response found(SharedBadge badge) {
                return badge(request, badge, ShareCode.tryParse(code).orElseThrow(), kind);
            }

            /** Each of them has papers of its own. */
            @Override
            public Response several(OpenShare.Several shared) {
                throw ProblemException.notFound();
            }
        });
    }

    private Response badge(ContainerRequestContext request, SharedBadge shared, ShareCode code, PaperKind kind) {
        PageContext context = platform.pages().publicContext(request).in(shared.zone());
        byte[] pdf = writer.apply(Client.of(request).network(), () -> {
            PaperBadge page = draw.apply(shared, verify, code, context).orElseThrow(ProblemException::notFound);
            return new PdfWriter.Contents(
                    html(context, "paper/" + kind.template(), page),
                    List.of(attachment(
                            BadgeFile.json(shared.document()), "", page.scan().at(), context)));
        });
        return BadgeFile.pdf(pdf, shared.document(), kind.suffix()).response();
    }

    private Response portfolio(ContainerRequestContext request, OpenShare.Several shared, ShareCode code) {
        PageContext context = platform.pages().publicContext(request);
        byte[] pdf = writer.apply(Client.of(request).network(), () -> contents(shared, code, context));
        return new BadgeFile(pdf, "application/pdf", "portfolio.pdf").response();
    }

    private PdfWriter.Contents contents(OpenShare.Several shared, ShareCode code, PageContext context) {
        VerifyReleased together = verify.together();
        List<PaperBadge> badges = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        Instant now = platform.clock().instant();
        shared.badges().forEach((place, badge) -> {
            String first = place < 10 ? "0" + place + "-" : place + "-";
            draw.apply(badge, together, code.at(place), context.in(badge.zone()))
                    .ifPresent(page -> {
                        badges.add(page);
                        attachments.add(attachment(BadgeFile.json(badge.document()), first, now, context));
                    });
        });
        if (badges.isEmpty()) {
            throw ProblemException.notFound();
        }
        Portfolio page = Portfolio.of(
                badges,
                shared.badges().size() - badges.size() + shared.gone(),
                shared.message(),
                code,
                platform.settings());
        return new PdfWriter.Contents(html(context, "paper/portfolio", page), attachments);
    }

    private String html(PageContext context, String template, Record page) {
        return new String(platform.pages().bytes(context, template, page), StandardCharsets.UTF_8);
    }

    private static Attachment attachment(BadgeFile signed, String first, Instant at, PageContext context) {
        return new Attachment(first + signed.name(), signed.type(), signed.content(), context.t("paper.attached"), at);
    }

    /** A file has no page that explains: what is not there is a problem. */
    private abstract class Existing implements OpenShare.Cases<Response> {
        private final ContainerRequestContext request;

        Existing(ContainerRequestContext request) {
            this.request = request;
        }

        @Override
        public Response ended() {
            throw new ProblemException(ProblemType.GONE, "This share link was switched off or has ended.");
        }

        @Override
        public Response unknown() {
            platform.throttles().misses().spend(Client.of(request));
            throw ProblemException.notFound();
        }
    }
}
