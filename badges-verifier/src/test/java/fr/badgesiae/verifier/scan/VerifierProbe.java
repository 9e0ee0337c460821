package fr.badgesiae.verifier.scan;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Verifies bytes and writes the report as JSON bytes; called from outside its class loader. */
public final class VerifierProbe implements UnaryOperator<byte[]> {
    private final BadgeVerifier verifier = new BadgeVerifier();
    private final Map<String, byte[]> documents = Samples.documents();

    @Override
    public byte[] apply(byte[] submission) {
        Fetcher fetcher = (uri, limits) -> {
            byte[] body = documents.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "")
                    : new FetchResult.Fetched(uri, "", body, false, false);
        };
        VerificationPolicy policy = VerificationPolicy.at(Samples.at(), fetcher);
        return ReportJson.write(verifier.verify(Submission.of(submission), policy), Locale.ENGLISH)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
