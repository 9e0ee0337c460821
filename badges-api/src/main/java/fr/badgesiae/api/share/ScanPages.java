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
import fr.badgesiae.api.verification.VerifyBadge;
import fr.badgesiae.verifier.VerificationReport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The page that a scanned QR code or a typed code leads to: no account, no cookie, no script needed. */
@Cookieless
@Path("/v")
public final class ScanPages {
    private final Settings settings;
    private final Pages pages;
    private final OpenShare open;
    private final VerifyBadge verify;
    private final ShareLinks links;
    private final MatchingWords words;
    private final RequestBudget misses;

    @Context
    private HttpServletRequest servlet;

    ScanPages(
            Settings settings,
            Pages pages,
            OpenShare open,
            VerifyBadge verify,
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
        VerificationReport report = verify.verify(
                shared.document(), shared.organisation(), shared.issuer().entry());
        PageContext context = pages.publicContext(request);
        ShareAddress address = new ShareAddress(settings, Code.parse(typed));
        if (again == null && easy == null) {
            links.viewed(shared.link());
        }
        ScanPage page = ScanPage.of(shared, report, words.now(shared.link()), address, context.language());
        return pages.show(context, 200, easy == null ? "share/scan" : "share/easy", page);
    }

    private Response instead(ContainerRequestContext request, String typed, ProblemException problem) {
        if (problem.type() == ProblemType.GONE) {
            return pages.show(pages.publicContext(request), 410, "share/gone", new GonePage());
        }
        misses.spend(Client.of(servlet));
        return code(request, 404, typed, Errors.of("code", "verification.code.unknown"));
    }

    private Response code(ContainerRequestContext request, int status, String typed, Errors errors) {
        return pages.show(pages.publicContext(request), status, "share/code", new CodePage(typed, errors));
    }
}
