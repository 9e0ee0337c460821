package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.limits.RateLimited;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationReport;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glassfish.jersey.media.multipart.FormDataParam;

/** Judges whatever anybody brings, ours or not: a file, a photograph, a text, an address, a code. Keeps nothing of it. */
@Cookieless
@Path("/verify")
public final class VerifyPages {
    private static final int LONGEST_CODE = 40;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,2000}");

    private final Settings settings;
    private final Pages pages;
    private final VerifyBadge verify;
    private final Reports reports;

    VerifyPages(Settings settings, Pages pages, VerifyBadge verify, Reports reports) {
        this.settings = settings;
        this.pages = pages;
        this.verify = verify;
        this.reports = reports;
    }

    @GET
    @Open
    public Response form(@Context ContainerRequestContext request) {
        return form(request, 200, null, Errors.none());
    }

    /** What was brought: the file when there is one, else the text. */
    @POST
    @Open
    @RateLimited
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response judge(
            @FormDataParam("file") InputStream file,
            @FormDataParam("text") String text,
            @Context ContainerRequestContext request)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.readNBytes(VerificationResource.MOST_BYTES + 1);
        String pasted = text == null ? "" : text.strip();
        if (bytes.length > VerificationResource.MOST_BYTES) {
            return form(request, 413, pasted, Errors.of("file", "verification.verify.too-large"));
        }
        if (bytes.length > 0) {
            return report(request, new Submission.Bytes(bytes, null, null));
        }
        if (pasted.isEmpty()) {
            return form(request, 422, null, Errors.of("file", "verification.verify.nothing"));
        }
        Optional<Code> code = code(pasted);
        if (code.isPresent()) {
            return pages.seeOther("/v/" + code.get().value());
        }
        return ADDRESS.matcher(pasted).matches() ? address(request, pasted) : report(request, Submission.of(pasted));
    }

    private Response address(ContainerRequestContext request, String pasted) {
        try {
            return report(request, new Submission.Address(URI.create(pasted)));
        } catch (IllegalArgumentException malformed) {
            return form(request, 422, pasted, Errors.of("text", "verification.verify.address"));
        }
    }

    /** A code alone, or the address of a share of ours, whose own page says more. */
    private Optional<Code> code(String pasted) {
        String start = settings.url("/v/");
        String typed = pasted.startsWith(start) ? pasted.substring(start.length()) : pasted;
        return typed.length() > LONGEST_CODE ? Optional.empty() : Code.tryParse(typed);
    }

    private Response report(ContainerRequestContext request, Submission submission) {
        PageContext context = pages.publicContext(request);
        try {
            Report page = reports.page(verify.verifyEach(submission), context.language());
            return pages.show(context, 200, "verification/report", page);
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.UNPROCESSABLE) {
                throw problem;
            }
            return form(request, 422, null, Errors.of("file", "verification.verify.secret"));
        }
    }

    private Response form(ContainerRequestContext request, int status, String pasted, Errors errors) {
        return pages.show(pages.publicContext(request), status, "verification/verify", new Form(pasted, errors));
    }

    /**
     * Where anything can be brought to be judged.
     *
     * @param pasted what was pasted before, or null
     * @param errors why it led nowhere
     */
    public record Form(String pasted, Errors errors) {}

    /**
     * What was brought, judged: one judgement for each badge in it.
     *
     * @param at when it was judged
     */
    public record Report(List<Judged> badges, Instant at) {

        /**
         * One badge.
         *
         * @param headlineKey of the words of the headline
         * @param meaningKey of what it means
         * @param badge what was signed, or null when the signature does not hold: nothing unproven is shown
         * @param imagePath of the badge when it is on our origin, or null
         * @param issuer who awarded it, or null where nobody is named
         * @param ours whether it was awarded here
         * @param reason why it was taken back, from the closed list that the desk chooses from; null where we do not know
         * @param json the report for machines, as an address that holds it whole
         */
        public record Judged(
                Banner banner,
                String headlineKey,
                String meaningKey,
                SignedBadge badge,
                String imagePath,
                Issuer issuer,
                boolean ours,
                String reason,
                List<CheckLine> checks,
                List<Endorsed> endorsements,
                String json) {

            /** Whether it says something about whoever shows it. */
            public boolean counts() {
                return badge != null && banner.headline() != Headline.REVOKED;
            }
        }

        /**
         * Who awarded a badge, and on whose word.
         *
         * @param registered the registry's entry, or null; only then is the name more than the badge's own word
         */
        public record Issuer(String id, String claimedName, TrustRegistry.Entry registered) {
            static Issuer of(VerificationReport report) {
                VerificationReport.Issuer issuer = report.issuer();
                return issuer.id() == null ? null : new Issuer(issuer.id(), issuer.claimedName(), issuer.registered());
            }
        }

        /** An endorsement with its own headline; the text only when its signature holds. */
        public record Endorsed(Banner banner, Issuer issuer, String text) {}
    }
}
