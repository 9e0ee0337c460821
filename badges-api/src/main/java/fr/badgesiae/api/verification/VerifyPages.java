package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.limits.RateLimited;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** Verifies any file, photograph, text, address or code, ours or not. Nothing is kept. */
@Cookieless
@Path("/verify")
public final class VerifyPages {
    private static final int LONGEST_CODE = 40;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,2000}");

    private final Settings settings;
    private final Pages pages;
    private final VerifySubmission verify;
    private final Reports reports;

    VerifyPages(Settings settings, Pages pages, VerifySubmission verify, Reports reports) {
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

    /** Verifies the file when there is one, else the text. A chosen file that is empty is one: its report says so. */
    @POST
    @Open
    @RateLimited
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response submit(
            @FormDataParam("file") @Nullable InputStream file,
            @FormDataParam("file") @Nullable FormDataContentDisposition part,
            @FormDataParam("text") @Nullable String text,
            @Context ContainerRequestContext request)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.readNBytes(VerificationResource.MOST_BYTES + 1);
        String pasted = text == null ? "" : text.strip();
        if (bytes.length > VerificationResource.MOST_BYTES) {
            return form(request, 413, pasted, Errors.of("file", "verification.verify.too-large"));
        }
        boolean chosen = part != null
                && part.getFileName() != null
                && !part.getFileName().isEmpty();
        if (bytes.length > 0 || (chosen && pasted.isEmpty())) {
            return report(request, Submission.of(bytes));
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
        return Submission.address(pasted)
                .map(address -> report(request, address))
                .orElseGet(() -> form(request, 422, pasted, Errors.of("text", "verification.verify.address")));
    }

    /** A code alone, or the address of one of our share links: its own page shows more than a report. */
    private Optional<Code> code(String pasted) {
        String start = settings.url("/v/");
        String typed = pasted.startsWith(start) ? pasted.substring(start.length()) : pasted;
        return typed.length() > LONGEST_CODE ? Optional.empty() : Code.tryParse(typed);
    }

    private Response report(ContainerRequestContext request, Submission submission) {
        return verify.apply(submission).fold(new VerifySubmission.Cases<>() {
            @Override
            public Response verified(List<VerificationReport> found) {
                PageContext context = pages.publicContext(request);
                return pages.show(context, 200, "verification/report", reports.page(found, context));
            }

            @Override
            public Response secret() {
                return form(request, 422, null, Errors.of("file", "verification.verify.secret"));
            }
        });
    }

    private Response form(ContainerRequestContext request, int status, @Nullable String pasted, Errors errors) {
        return pages.show(pages.publicContext(request), status, "verification/verify", new Form(pasted, errors));
    }

    /**
     * The form of a submission.
     *
     * @param pasted the rejected text, or null
     */
    public record Form(@Nullable String pasted, Errors errors) {}

    /**
     * The result of a submission: one report for each badge.
     *
     * @param at the time of verification
     */
    public record Report(List<BadgeReport> badges, Instant at) {

        /**
         * One badge.
         *
         * @param meaning the sentence under the headline
         * @param badge the signed content; null when it is not proven: nothing unproven is shown
         * @param imagePath of the badge when it is on our origin, or null
         * @param issuer null where the badge names none
         * @param ours whether this service issued the badge
         * @param reason of the revocation, from the closed list; null for a badge of another service
         * @param json the report for machines, as a data URL
         */
        public record BadgeReport(
                Banner banner,
                String meaning,
                @Nullable SignedBadge badge,
                @Nullable String imagePath,
                @Nullable Issuer issuer,
                boolean ours,
                @Nullable String reason,
                List<CheckLine> checks,
                List<Endorsed> endorsements,
                String json) {

            /** Whether the reader compares the holder with the badge; a revoked badge needs no comparison. */
            public boolean counts() {
                return badge != null && banner.headline() != Headline.REVOKED;
            }
        }

        /**
         * The issuer of a badge.
         *
         * @param claimedName the name in the badge, which nobody vouches for; null when the content is not proven
         * @param registered the entry of the registry of known issuers, or null
         */
        public record Issuer(String id, @Nullable String claimedName, TrustRegistry.@Nullable Entry registered) {
            static @Nullable Issuer of(VerificationReport report) {
                VerificationReport.Issuer issuer = report.issuer();
                String claimed = report.proven() ? issuer.claimedName() : null;
                return issuer.id() == null ? null : new Issuer(issuer.id(), claimed, issuer.registered());
            }
        }

        /** An endorsement with its own headline; the text is null unless its signature holds. */
        public record Endorsed(
                Banner banner,
                @Nullable Issuer issuer,
                @Nullable String text) {}
    }
}
