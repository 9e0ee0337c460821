package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.Client;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.verification.Banner;
import fr.badgesiae.api.verification.CheckLine;
import fr.badgesiae.api.verification.SignedBadge;
import fr.badgesiae.api.verification.VerifyReleased;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationReport;
import jakarta.servlet.http.HttpServletRequest;
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

/** The page that a scanned QR code or a typed code leads to: no account, no cookie, no script needed. */
@Cookieless
@Path("/v")
public final class ScanPages {
    private final Settings settings;
    private final Pages pages;
    private final OpenShare open;
    private final VerifyReleased verify;
    private final ShareLinks links;
    private final MatchingWords words;
    private final RequestBudget misses;

    @Context
    private HttpServletRequest servlet;

    ScanPages(
            Settings settings,
            Pages pages,
            OpenShare open,
            VerifyReleased verify,
            ShareLinks links,
            MatchingWords words,
            RequestBudget misses) {
        this.settings = settings;
        this.pages = pages;
        this.open = open;
        this.verify = verify;
        this.links = links;
        this.words = words;
        this.misses = misses;
    }

    /** One field; what was typed leads on to the page of its code. */
    @GET
    @Open
    public Response field(@QueryParam("code") String typed, @Context ContainerRequestContext request) {
        if (typed == null || typed.isBlank()) {
            return code(request, 200, null, Errors.none());
        }
        Optional<Code> code = Code.tryParse(typed);
        return code.isPresent()
                ? pages.seeOther("/v/" + code.get().value())
                : code(request, 422, typed, Errors.of("code", "verification.code.malformed"));
    }

    @GET
    @Open
    @Path("{code}")
    public Response show(
            @PathParam("code") String typed,
            @QueryParam("facile") String easy,
            @QueryParam("again") String again,
            @Context ContainerRequestContext request) {
        SharedBadge shared;
        try {
            shared = open.open(typed);
        } catch (ProblemException problem) {
            return instead(request, typed, problem);
        }
        VerificationReport report = verify.apply(
                shared.document(), shared.organisation(), shared.issuer().entry());
        PageContext context = pages.publicContext(request);
        ShareAddress address = new ShareAddress(settings, Code.parse(typed));
        if (again == null && easy == null) {
            links.viewed(shared.link());
        }
        Scan page = Scan.of(shared, report, words.now(shared.link()), address, context.language());
        return pages.show(context, 200, easy == null ? "share/scan" : "share/easy", page);
    }

    private Response instead(ContainerRequestContext request, String typed, ProblemException problem) {
        if (problem.type() == ProblemType.GONE) {
            return pages.show(pages.publicContext(request), 410, "share/gone", new Gone());
        }
        misses.spend(Client.of(servlet));
        return code(request, 404, typed, Errors.of("code", "verification.code.unknown"));
    }

    private Response code(ContainerRequestContext request, int status, String typed, Errors errors) {
        return pages.show(pages.publicContext(request), status, "share/code", new CodeForm(typed, errors));
    }

    /**
     * One field for a typed code.
     *
     * @param typed what was typed before, or null
     * @param errors why it led nowhere
     */
    public record CodeForm(String typed, Errors errors) {}

    /** A share link that its holder switched off, or that ended: it says no more than that. */
    public record Gone() {}

    /**
     * The page behind a share link.
     *
     * @param headline the word for people
     * @param since the instant that the headline names (lapsed, paused, taken back, to come), or null
     * @param reason why it was taken back, from the closed list that the desk chooses from, or null
     * @param badge what was signed, or null when the signature does not hold: nothing unproven is shown
     * @param imagePath of the badge on our origin, or null
     * @param issuer who awarded it, as registered here and not as the badge says
     * @param words the two words of this minute where the badge bears no name, or null
     * @param checks every check in order
     * @param code the share code in groups
     * @param path of this page
     */
    public record Scan(
            Headline headline,
            Instant since,
            String reason,
            SignedBadge badge,
            String imagePath,
            Issuer issuer,
            String words,
            List<CheckLine> checks,
            Instant at,
            String code,
            String path) {

        /**
         * Who awarded it.
         *
         * @param legalName, siret null where the organisation does not publish it
         * @param network the name of the network that vetted it, or null
         */
        public record Issuer(
                String name,
                String legalName,
                String siret,
                String phone,
                String website,
                String network,
                LocalDate vettedOn,
                LocalDate suspendedSince) {

            /** What the registry of known issuers says of it; nothing where no network answers for it. */
            Optional<TrustRegistry.Entry> entry() {
                return network == null
                        ? Optional.empty()
                        : Optional.of(new TrustRegistry.Entry(name, siret, network, vettedOn, suspendedSince));
            }
        }

        static Scan of(
                SharedBadge shared, VerificationReport report, String words, ShareAddress address, Locale language) {
            SignedBadge badge = SignedBadge.proven(report) ? SignedBadge.read(report.credential()) : null;
            return new Scan(
                    report.headline(),
                    since(report.headline(), badge, shared),
                    shared.reason() == null ? null : shared.reason().name(),
                    badge,
                    badge == null ? null : address.settings().pathOf(badge.imageUrl()),
                    shared.issuer(),
                    badge == null || badge.holder() != null ? null : words,
                    CheckLine.of(report, language),
                    report.at(),
                    address.code().grouped(),
                    "/v/" + address.code().value());
        }

        private static Instant since(Headline headline, SignedBadge badge, SharedBadge shared) {
            return switch (headline) {
                case EXPIRED -> badge == null ? null : badge.validUntil();
                case NOT_YET_VALID -> badge == null ? null : badge.validFrom();
                case REVOKED, SUSPENDED -> shared.revokedAt();
                case AUTHENTIC, NOT_AUTHENTIC, CANNOT_TELL -> null;
            };
        }

        /** The headline in words, surface and pictogram. */
        public Banner banner() {
            return new Banner(headline, since);
        }

        /** Whether it still says something about whoever shows it: after a withdrawal nobody need be compared with it. */
        public boolean counts() {
            return headline != Headline.REVOKED;
        }
    }
}
