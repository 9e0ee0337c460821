package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.verification.VerifyToKeep;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a badge from elsewhere and judges it again, outside any transaction. Within ten minutes the last report serves. Where
 * there is no answer now, the last one stands with its day.
 */
public final class ShowImported {
    private final Platform platform;
    private final FindImported find;
    private final VerifyToKeep verify;
    private final ImportSeal seal;
    private final LastReports reports;

    public ShowImported(
            Platform platform, FindImported find, VerifyToKeep verify, ImportSeal seal, LastReports reports) {
        this.platform = platform;
        this.find = find;
        this.verify = verify;
        this.seal = seal;
        this.reports = reports;
    }

    /**
     * A badge from elsewhere.
     *
     * @param badge as it is judged now, or was judged last
     * @param report of now; null where too many files are being judged
     * @param stands whether there is no answer now, so that the last one stands
     */
    record Shown(
            ImportedBadge badge,
            boolean pending,
            @Nullable VerificationReport report,
            boolean stands,
            Recipient recipient) {}

    /** @throws ProblemException NOT_FOUND as {@link FindImported#apply} */
    Shown apply(HolderId holder, UUID id) {
        FindImported.Found found = find.apply(holder, id);
        ImportedRow row = found.row();
        VerificationReport report = judged(holder, id, found.file());
        boolean answered = report != null && Judgement.answered(report);
        boolean stands = row.checkedAt() != null && !answered;
        ImportedFacts facts = report != null && report.proven()
                ? ImportedFacts.of(report)
                : found.badge().facts();
        ImportedBadge badge = report == null || stands
                ? new ImportedBadge(id, facts, row.headline(), row.known(), row.checkedAt())
                : new ImportedBadge(id, facts, report.headline(), known(report), answered ? report.at() : null);
        return new Shown(badge, row.pending(), report, stands, Recipient.of(facts.holder(), row.names()));
    }

    private static boolean known(VerificationReport report) {
        return report.issuer().registered() != null;
    }

    private @Nullable VerificationReport judged(HolderId holder, UUID id, byte[] file) {
        Optional<VerificationReport> last = reports.find(id);
        return last.isPresent() ? last.get() : verified(holder, id, file);
    }

    private @Nullable VerificationReport verified(HolderId holder, UUID id, byte[] file) {
        VerifyToKeep.Outcome outcome;
        try {
            outcome = verify.apply(Submission.of(file), SubmitBadge.MOST_BYTES);
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.OVERLOADED) {
                return null;
            }
            throw problem;
        }
        if (!(outcome instanceof VerifyToKeep.Verified verified)) {
            return null;
        }
        VerificationReport report = Judgement.one(verified.reports());
        reports.put(id, file.length, report);
        write(holder, id, report);
        return report;
    }

    private void write(HolderId holder, UUID id, VerificationReport report) {
        Instant now = platform.clock().instant();
        byte[] facts = report.proven() ? seal.facts(ImportedFacts.of(report), id) : null;
        platform.database()
                .look(handle -> handle.attach(ImportedDao.class)
                        .judge(
                                id,
                                holder.value(),
                                report.headline(),
                                known(report),
                                Judgement.answered(report),
                                facts,
                                now));
    }
}
