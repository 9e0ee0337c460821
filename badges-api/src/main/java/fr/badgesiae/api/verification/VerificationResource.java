package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.limits.RateLimited;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.verification.submission.RequestBodyReader;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import jakarta.ws.rs.Consumes;
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
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/**
 * Verifies any badge that is sent. An invalid badge is a result and no error; nothing is kept. Several badges in one body
 * get a list of reports.
 */
@Path("/api/v1/verifications")
@Produces(MediaType.APPLICATION_JSON)
public final class VerificationResource {
    /** The largest body. The verifier's own limits are lower for text; the report names them. */
    static final int MOST_BYTES = 16 << 20;

    private static final VerifySubmission.Cases<List<VerificationReport>> REPORTS = new VerifySubmission.Cases<>() {
        @Override
        public List<VerificationReport> verified(List<VerificationReport> reports) {
            return reports;
        }

        @Override
        public List<VerificationReport> secret() {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE, "This leads to a slip, a card or an invitation, not to a badge.");
        }
    };

    private final RequestBodyReader reader = new RequestBodyReader();
    private final VerifySubmission verify;
    private final Reports reports;

    VerificationResource(VerifySubmission verify, Reports reports) {
        this.verify = verify;
        this.reports = reports;
    }

    /** The badge itself, or a JSON object with {@code url} or {@code text} alone. */
    @POST
    @Open
    @RateLimited
    @Consumes({
        "application/json",
        "application/ld+json",
        "application/vc",
        "application/vc+ld+json",
        "application/vc+jwt",
        "application/jwt",
        "application/jose",
        "text/plain",
        "image/jpeg",
        "image/png",
        "image/svg+xml",
        "application/pdf",
        "application/octet-stream"
    })
    public Response raw(InputStream body, @Context ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        String name = type == null ? null : type.getType() + "/" + type.getSubtype();
        return report(reader.read(read(body), name), request);
    }

    /** The badge as the part {@code file} of a form. */
    @POST
    @Open
    @RateLimited
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@FormDataParam("file") @Nullable InputStream file, @Context ContainerRequestContext request) {
        if (file == null) {
            throw new ProblemException(ProblemType.INVALID_INPUT, "The form has no part named \"file\".");
        }
        return report(Submission.of(read(file)), request);
    }

    /** One report, or a list of reports where the submission holds several credentials. */
    private Response report(Submission submission, ContainerRequestContext request) {
        Locale language = Languages.of(request);
        List<VerificationReport> found = verify.apply(submission).fold(REPORTS);
        return Response.ok(reports.json(found, language), MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Language", language.getLanguage())
                .build();
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ProblemException(ProblemType.TOO_LARGE, "A badge has at most 16 MiB.");
            }
            if (bytes.length == 0) {
                throw new ProblemException(ProblemType.INVALID_INPUT, "The body is empty.");
            }
            return bytes;
        } catch (IOException cutOff) {
            throw new ProblemException(ProblemType.INVALID_INPUT, "The body broke off.");
        }
    }
}
