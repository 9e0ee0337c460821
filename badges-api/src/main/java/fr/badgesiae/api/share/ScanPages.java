package fr.badgesiae.api.share;

import fr.badgesiae.api.document.BadgeFile;
import fr.badgesiae.api.document.BadgeForms;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.share.words.MatchingWords;
import fr.badgesiae.api.verification.BadgeCard;
import fr.badgesiae.api.verification.Banner;
import fr.badgesiae.api.verification.CheckLine;
import fr.badgesiae.api.verification.Meaning;
import fr.badgesiae.api.verification.SafeLink;
import fr.badgesiae.api.verification.VerifyReleased;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.VerificationReport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page behind a scanned QR code or a typed code. It needs no account, no cookie and no script. */
@Cookieless
@Path("/v")
public final class ScanPages {
    private final Settings settings;
    private final Pages pages;
    private final OpenShare open;
    private final VerifyReleased verify;
    private final ShareLinks links;
    private final MatchingWords words;
    private final BadgeForms forms;
    private final RequestBudget misses;

    ScanPages(
            Platform platform,
            OpenShare open,
            VerifyReleased verify,
            ShareLinks links,
            MatchingWords words,
            BadgeForms forms) {
        this.settings = platform.settings();
        this.pages = platform.pages();
        this.open = open;
        this.verify = verify;
        this.links = links;
        this.words = words;
        this.forms = forms;
        this.misses = platform.throttles().misses();
    }

    /** The form of a typed code, or the way to the page of that code. */
    @GET
    @Open
    public Response field(@QueryParam("code") @Nullable String typed, @Context ContainerRequestContext request) {
        if (typed == null || typed.isBlank()) {
            return code(request, 200, null, Errors.none());
        }
        Optional<Code> code = Code.tryParse(withoutAddress(typed.strip()));
        return code.isPresent()
                ? pages.seeOther("/v/" + code.get().value())
                : code(request, 422, typed, Errors.of("code", "verification.code.malformed"));
    }

    /** The code of a pasted address of ours; anything else as typed. */
    private String withoutAddress(String typed) {
        String host = settings.publicUrl().getRawAuthority() + "/v/";
        int start = typed.toLowerCase(Locale.ROOT).indexOf(host.toLowerCase(Locale.ROOT));
        return start < 0 ? typed : typed.substring(start + host.length()).split("[?#/.]", 2)[0];
    }

    /** The page, or the badge in the form that a program asks for. */
    @GET
    @Open
    @Path("{code}")
    public Response show(
            @PathParam("code") String typed,
            @QueryParam("facile") @Nullable String easy,
            @QueryParam("again") @Nullable String again,
            @Context ContainerRequestContext request) {
        boolean counts = again == null && easy == null;
        Response answer = open.apply(typed).fold(new OpenShare.Cases<>() {
            @Override
            public Response found(SharedBadge badge) {
                return forms.chosen(request, badge.document(), badge.jwt())
                        .map(BadgeFile::negotiated)
                        .orElseGet(
                                () -> counted(badge, ShareCode.tryParse(typed).orElseThrow()));
            }

            private Response counted(SharedBadge badge, ShareCode code) {
                if (counts) {
                    links.viewed(badge.link());
                }
                return badge(request, badge, code, easy == null ? "share/scan" : "share/easy");
            }

            @Override
            public Response several(OpenShare.Several portfolio) {
                pageOr(request, BadgeForms.notAcceptable());
                if (again == null) {
                    links.viewed(portfolio.link());
                }
                return portfolio(request, portfolio, ShareCode.tryParse(typed).orElseThrow());
            }

            @Override
            public Response ended() {
                pageOr(request, ShareFiles.ended());
                return pages.show(pages.publicContext(request), 410, "share/gone", new Gone());
            }

            @Override
            public Response unknown() {
                misses.spend(Client.of(request));
                pageOr(request, ProblemException.notFound());
                return code(request, 404, typed, Errors.of("code", "verification.code.unknown"));
            }
        });
        return Response.fromResponse(answer).header("Vary", "Accept").build();
    }

    /** Only people read a page where there is no badge. */
    private void pageOr(ContainerRequestContext request, ProblemException problem) {
        if (!forms.wantsPage(request)) {
            throw problem;
        }
    }

    /** A page as a visitor opens it from another page of the link: the link was counted then. */
    static String within(String path) {
        return path + "?again=1";
    }

    private Response badge(ContainerRequestContext request, SharedBadge shared, ShareCode code, String template) {
        PageContext context = pages.publicContext(request).in(shared.zone());
        Scan page = Scan.of(shared, verified(shared, verify), words, settings, code, context);
        return pages.show(context, 200, template, page);
    }

    private Response portfolio(ContainerRequestContext request, OpenShare.Several shared, ShareCode code) {
        PageContext context = pages.publicContext(request);
        VerifyReleased together = verify.together();
        List<ScannedPortfolio.Row> rows = shared.badges().entrySet().stream()
                .map(place -> ScannedPortfolio.Row.of(
                        place.getValue(),
                        verified(place.getValue(), together),
                        settings,
                        code.at(place.getKey()),
                        context))
                .toList();
        ScannedPortfolio page = ScannedPortfolio.of(shared, rows, words.now(shared.link()), settings, code);
        return pages.show(context, 200, "share/portfolio", page);
    }

    /** The badge behind a link, judged now. */
    public static VerificationReport verified(SharedBadge shared, VerifyReleased by) {
        return by.apply(
                shared.document(), shared.organisation(), shared.issuer().entry());
    }

    private Response code(ContainerRequestContext request, int status, @Nullable String typed, Errors errors) {
        return pages.show(pages.publicContext(request), status, "share/code", new CodeForm(typed, errors));
    }

    /**
     * The form of a typed code.
     *
     * @param typed the rejected code, or null
     */
    public record CodeForm(@Nullable String typed, Errors errors) {}

    /** A share link that was switched off or has ended. Nothing else is shown of it. */
    public record Gone() {}

    /**
     * The page behind a share link.
     *
     * @param banner the headline in words, colour and pictogram
     * @param meaning the sentence under the headline
     * @param reason of the revocation, from the closed list, or null
     * @param card the proven content; null when it is not proven: nothing unproven is shown
     * @param issuer the organisation as registered, not as the badge says
     * @param networks what is said of the organisation's networks, a sentence a line
     * @param paused whether its membership of its network is paused
     * @param issuerPath of the organisation's public page
     * @param website of the organisation, or null where it is no https address
     * @param words the two words of this minute where the badge bears no name, or null
     * @param checks every check in order
     * @param code the share code in groups
     * @param path of this page
     * @param whole leads to the page of all badges of the link; null where it shows this one alone
     * @param qr leads to this page, for the printed sheet
     */
    public record Scan(
            Banner banner,
            String meaning,
            @Nullable String reason,
            @Nullable BadgeCard card,
            SharedBadge.Issuer issuer,
            List<String> networks,
            boolean paused,
            String issuerPath,
            @Nullable SafeLink website,
            @Nullable String words,
            List<CheckLine> checks,
            Instant at,
            String code,
            String path,
            @Nullable String whole,
            QrCode qr) {

        public static Scan of(
                SharedBadge shared,
                VerificationReport report,
                MatchingWords words,
                Settings settings,
                ShareCode code,
                PageContext context) {
            BadgeCard card = BadgeCard.of(report, settings, shared.zone());
            Banner banner = Banner.of(report, since(report.headline(), card, shared), true)
                    .orPaused(shared.paused());
            return new Scan(
                    banner,
                    Meaning.of(report, banner, context),
                    shared.reason() == null ? null : shared.reason().name(),
                    card,
                    shared.issuer(),
                    shared.affiliation().sentences(context),
                    shared.affiliation().pause(context) != null,
                    "/issuers/" + shared.organisation(),
                    SafeLink.of(shared.issuer().website()),
                    card == null || card.badge().holder() != null ? null : words.now(shared.link()),
                    CheckLine.of(report, context.language()),
                    report.at(),
                    code.code().grouped(),
                    code.path(),
                    code.place() == 0 ? null : within(code.wholePath()),
                    QrCode.of(settings.url(code.path())));
        }

        static @Nullable LocalDate since(Headline headline, @Nullable BadgeCard card, SharedBadge shared) {
            return switch (headline) {
                case EXPIRED -> card == null ? null : card.badge().dates().until();
                case NOT_YET_VALID -> card == null ? null : card.badge().dates().from();
                case REVOKED, SUSPENDED ->
                    shared.revokedAt() == null ? null : shared.zone().day(shared.revokedAt());
                default -> null;
            };
        }

        /** Whether the reader compares the holder with the badge; one that does not count needs no comparison. */
        public boolean counts() {
            return !banner.withdrawn();
        }
    }
}
