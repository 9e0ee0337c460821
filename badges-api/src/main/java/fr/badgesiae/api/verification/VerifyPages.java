package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.limits.RateLimited;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.platform.web.SecurityHeaders;
import fr.badgesiae.api.verification.resemblance.RegisteredName;
import fr.badgesiae.api.verification.submission.OwnCode;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
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

/** Verifies any file, photograph, text, address or code, ours or not. Only the page of the answer is kept, for minutes. */
@Cookieless
@Path("/verify")
public final class VerifyPages {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,2000}");

    /** Letters and digits in groups, too few or too many for a code: nobody would bring this for a badge. */
    private static final Pattern PART_OF_CODE = Pattern.compile("(?=\\D*[0-9])[0-9A-Za-z]+(?:[ -][0-9A-Za-z]+){0,7}");

    private final OwnCode ownCode;
    private final Pages pages;
    private final VerifySubmission verify;
    private final Reports reports;

    VerifyPages(Settings settings, Pages pages, VerifySubmission verify, Reports reports) {
        this.ownCode = new OwnCode(settings);
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
            @FormDataParam("file") @Nullable FormDataContentDisposition chosen,
            @FormDataParam("text") @Nullable String text,
            @Context ContainerRequestContext request)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.readNBytes(VerificationResource.MOST_BYTES + 1);
        String pasted = text == null ? "" : text.strip();
        if (bytes.length > VerificationResource.MOST_BYTES) {
            return form(request, 413, pasted, Errors.of("file", "verification.verify.too-large"));
        }
        if (bytes.length > 0) {
            return report(request, Submission.of(bytes));
        }
        if (isChosen(chosen)) {
            return form(request, 422, pasted, Errors.of("file", "verification.verify.empty-file"));
        }
        if (pasted.isEmpty()) {
            return form(request, 422, null, Errors.of("file", "verification.verify.nothing"));
        }
        Optional<String> page = ownCode.page(pasted);
        if (page.isPresent()) {
            return pages.seeOther(page.get());
        }
        if (PART_OF_CODE.matcher(pasted).matches()) {
            return form(request, 422, pasted, Errors.of("text", "verification.code.malformed"));
        }
        return ADDRESS.matcher(pasted).matches() ? address(request, pasted) : report(request, Submission.of(pasted));
    }

    /** A field without a file has an empty file name (HTML, multipart/form-data encoding). */
    private static boolean isChosen(@Nullable FormDataContentDisposition file) {
        return file != null && file.getFileName() != null && !file.getFileName().isEmpty();
    }

    private Response address(ContainerRequestContext request, String pasted) {
        return Submission.address(pasted)
                .map(address -> report(request, address))
                .orElseGet(() -> form(request, 422, pasted, Errors.of("text", "verification.verify.address")));
    }

    private Response report(ContainerRequestContext request, Submission submission) {
        return verify.apply(submission).fold(new VerifySubmission.Cases<>() {
            @Override
            public Response verified(List<VerificationReport> found) {
                Optional<String> photographed = ownCode.page(found);
                if (photographed.isPresent()) {
                    return pages.seeOther(photographed.get());
                }
                PageContext context = pages.publicContext(request);
                Report page = reports.page(found, context);
                if (page.embedsImages()) {
                    request.setProperty(SecurityHeaders.EMBEDDED_IMAGES, true);
                }
                return pages.show(context, 200, "verification/report", page);
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
     * The result of a submission: one report for each badge, and no result for all of them.
     *
     * @param at the time of verification
     */
    public record Report(List<BadgeReport> badges, Instant at) {
        /** Whether the first report is that of a record, which holds the badges after it. */
        public boolean isRecord() {
            return badges.size() > 1 && badges.get(0).kind() == VerificationReport.Kind.RECORD;
        }

        /** Whether nothing but badges was brought. */
        public boolean onlyBadges() {
            return badges.stream().allMatch(each -> each.kind() == VerificationReport.Kind.BADGE);
        }

        boolean embedsImages() {
            return badges.stream()
                    .map(BadgeReport::card)
                    .anyMatch(card ->
                            card != null && card.image() != null && card.image().startsWith("data:"));
        }

        /**
         * A registered issuer that an unknown one may be taken for.
         *
         * @param path of its public page; null for an issuer of an imported list
         */
        public record Resembled(String name, @Nullable String path) {
            static @Nullable Resembled of(@Nullable RegisteredName registered) {
                return registered == null
                        ? null
                        : new Resembled(
                                registered.shown(),
                                registered.organisation() == null ? null : "/issuers/" + registered.organisation());
            }
        }

        /**
         * One badge.
         *
         * @param meaning the sentence under the headline
         * @param card the proven content; null when it is not proven: nothing unproven is shown
         * @param issuer null where the badge names none
         * @param resembled the registered issuer whose name an unknown one's resembles, or null
         * @param networks what is said of the issuer's networks, a sentence a line
         * @param town of an organisation of ours, or empty
         * @param ours whether this service issued the badge
         * @param reason of the revocation, from the closed list; null for a badge of another service
         * @param json the report for machines, as a data URL
         */
        public record BadgeReport(
                Banner banner,
                String meaning,
                @Nullable BadgeCard card,
                BadgeCard.@Nullable Issuer issuer,
                @Nullable Resembled resembled,
                List<String> networks,
                String town,
                boolean ours,
                @Nullable String reason,
                List<CheckLine> checks,
                String json) {

            /** The public page of an issuer of ours, else null. */
            public @Nullable String issuerPath() {
                return ours && issuer != null ? "/issuers/" + issuer.id().replaceFirst(".*[:/]", "") : null;
            }

            /** The kind of a proven credential, else OTHER. */
            public VerificationReport.Kind kind() {
                return card == null
                        ? VerificationReport.Kind.OTHER
                        : card.badge().kind();
            }

            /** Whether the reader compares the holder with the badge: only a badge has one, and a revoked one needs none. */
            public boolean counts() {
                return kind() == VerificationReport.Kind.BADGE && banner.headline() != Headline.REVOKED;
            }
        }
    }
}
