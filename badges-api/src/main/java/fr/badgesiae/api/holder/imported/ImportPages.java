package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.verification.Banner;
import fr.badgesiae.api.verification.Reports;
import fr.badgesiae.api.verification.VerifyPages;
import fr.badgesiae.api.verification.submission.OwnCode;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** The badges from elsewhere, and the form that brings one: a file, a photograph, or its address. */
@Path("/me/imported")
@Produces(MediaType.TEXT_HTML)
public final class ImportPages {
    private static final int LONGEST = 2_000;
    private static final String FILE = "file";
    private static final String ADDRESS = "address";

    private final Platform platform;
    private final ListImported list;
    private final SubmitBadge submit;
    private final Reports reports;
    private final OwnCode codes;

    public ImportPages(Platform platform, ListImported list, SubmitBadge submit, Reports reports) {
        this.platform = platform;
        this.list = list;
        this.submit = submit;
        this.reports = reports;
        this.codes = new OwnCode(platform.settings());
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response form(@Context ContainerRequestContext request) {
        return show(request, 200, "", Errors.none(), null, null);
    }

    /** Takes the file when there is one, else the address. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.HOLDER)
    public Response submit(
            @Context ContainerRequestContext request,
            @FormDataParam(FILE) @Nullable InputStream file,
            @FormDataParam(FILE) @Nullable FormDataContentDisposition chosen,
            @FormDataParam(ADDRESS) @Nullable String address)
            throws IOException {
        String typed = address == null ? "" : address.strip();
        byte[] bytes = file == null ? new byte[0] : file.readNBytes(SubmitBadge.MOST_BYTES + 1);
        if (bytes.length > SubmitBadge.MOST_BYTES) {
            return wrong(request, typed, FILE, "holder.imported.error.too-large");
        }
        if (bytes.length > 0) {
            return submit(request, typed, FILE, Submission.of(bytes));
        }
        if (chosen != null
                && chosen.getFileName() != null
                && !chosen.getFileName().isEmpty()) {
            return wrong(request, typed, FILE, "holder.imported.error.empty-file");
        }
        if (typed.isEmpty()) {
            return wrong(request, typed, FILE, "holder.imported.error.nothing");
        }
        Optional<Submission.Address> submission = address(typed);
        return submission.isPresent()
                ? submit(request, typed, ADDRESS, submission.get())
                : wrong(request, typed, ADDRESS, "holder.imported.error.address");
    }

    /** An address as people write it; the code of a link of ours is one. */
    private Optional<Submission.Address> address(String typed) {
        String whole = codes.page(typed)
                .map(platform.settings()::url)
                .orElse(typed.contains("://") ? typed : "https://" + typed);
        boolean ours = platform.settings().pathOf(whole) != null;
        boolean secure = whole.toLowerCase(Locale.ROOT).startsWith("https://");
        return typed.length() <= LONGEST && (ours || secure)
                ? Submission.address(whole).filter(address -> address.uri().getHost() != null)
                : Optional.empty();
    }

    private Response submit(ContainerRequestContext request, String typed, String field, Submission submission) {
        return submit.apply(HolderPrincipal.of(request).holder(), submission).fold(new SubmitBadge.Cases<>() {
            @Override
            public Response held(UUID id) {
                return platform.pages().seeOther("/me/imported/" + id);
            }

            @Override
            public Response here(UUID badge) {
                Errors here = Errors.of(field, "holder.imported.here");
                return show(request, 422, typed, here, null, "/me/badges/" + badge);
            }

            @Override
            public Response refused(VerificationReport report) {
                PageContext context = platform.pages().context(request);
                VerifyPages.Report.BadgeReport judged =
                        reports.page(List.of(report), context).badges().get(0);
                Refusal refusal = new Refusal(judged.banner(), judged.meaning());
                return show(request, 422, typed, Errors.none(), refusal, null);
            }

            @Override
            public Response notHeld(SubmitBadge.Problem problem) {
                int status = problem == SubmitBadge.Problem.TOO_OFTEN ? 429 : 422;
                Errors errors = Errors.of(field, "holder.imported.problem." + problem.name());
                return show(request, status, typed, errors, null, null);
            }
        });
    }

    private Response wrong(ContainerRequestContext request, String typed, String field, String key) {
        return show(request, 422, typed, Errors.of(field, key), null, null);
    }

    private Response show(
            ContainerRequestContext request,
            int status,
            String typed,
            Errors errors,
            @Nullable Refusal refusal,
            @Nullable String here) {
        List<ImportedBadge> kept = list.apply(HolderPrincipal.of(request).holder());
        return platform.pages().show(request, status, "holder/import", new Form(kept, typed, errors, refusal, here));
    }

    /**
     * The list and the form.
     *
     * @param badges newest first
     * @param address as it was typed
     * @param refusal why a badge is not kept, or null
     * @param here the path of the badge of ours that was brought, or null
     */
    public record Form(
            List<ImportedBadge> badges,
            String address,
            Errors errors,
            @Nullable Refusal refusal,
            @Nullable String here) implements Translated {}

    /** The verdict on a badge that is not kept. */
    public record Refusal(Banner banner, String meaning) {}
}
