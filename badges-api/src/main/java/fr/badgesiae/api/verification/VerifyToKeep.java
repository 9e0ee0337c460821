package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.verification.submission.OwnCode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies what a holder wants to keep beside our badges, and what they kept. Nothing is kept here. */
public final class VerifyToKeep {
    private static final String FETCHED = "format.fetchedFrom";

    private final VerifySubmission verify;
    private final ServicePolicy policy;
    private final RegisteredIssuers issuers;
    private final OwnCode codes;

    VerifyToKeep(Settings settings, VerifySubmission verify, ServicePolicy policy, RegisteredIssuers issuers) {
        this.verify = verify;
        this.policy = policy;
        this.issuers = issuers;
        this.codes = new OwnCode(settings);
    }

    /** What was brought. */
    public sealed interface Outcome {}

    /** The address of a slip, a card, an invitation or an offer to a wallet. */
    public record Secret() implements Outcome {}

    /** A picture of a code that holds a badge in short: enough to read it, too little to keep it. */
    public record ShortCode() implements Outcome {}

    /**
     * A report for each badge in document order, or one for anything that is no badge.
     *
     * @param file the bytes to keep: as brought, or what an address serves; null where it serves nothing that can be kept
     * @param ours whether an organisation of this service is named as an issuer
     */
    @SuppressWarnings("ArrayRecordComponent") // kept by the caller; never compared
    public record Verified(List<VerificationReport> reports, byte @Nullable [] file, boolean ours) implements Outcome {}

    /**
     * Verifies a submission; never throws on bad bytes.
     *
     * @param most bytes of a file to keep
     */
    public Outcome apply(Submission submission, int most) {
        Map<String, byte[]> fetched = new HashMap<>();
        return verify.under(policy.recording(fetched, most)).apply(submission).fold(new VerifySubmission.Cases<>() {
            @Override
            public Outcome verified(List<VerificationReport> reports) {
                boolean shortCode = codes.page(reports)
                        .filter(page -> page.startsWith("/o#"))
                        .isPresent();
                return shortCode
                        ? new ShortCode()
                        : new Verified(reports, file(submission, reports, fetched), ours(reports));
            }

            @Override
            public Outcome secret() {
                return new Secret();
            }
        });
    }

    private boolean ours(List<VerificationReport> reports) {
        return reports.stream()
                .flatMap(report -> Optional.ofNullable(report.issuer().id()).stream())
                .anyMatch(issuers::ours);
    }

    /** Of an address the document that was read last, which the first such finding names. */
    private static byte @Nullable [] file(
            Submission submission, List<VerificationReport> reports, Map<String, byte[]> fetched) {
        if (submission instanceof Submission.Bytes brought) {
            return brought.bytes();
        }
        return reports.get(0).check(CheckName.FORMAT).findings().stream()
                .filter(finding -> finding.key().equals(FETCHED))
                .map(Finding::value)
                .findFirst()
                .map(fetched::get)
                .orElse(null);
    }
}
