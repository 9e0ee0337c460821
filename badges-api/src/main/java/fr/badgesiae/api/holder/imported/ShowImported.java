package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.verification.VerifyToKeep;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a badge from elsewhere and judges it again, outside any transaction. Within ten minutes the last report serves. Where
 * there is no answer now, the last one stands with its day.
 */
public final class ShowImported {
    /** Judgements of one holder: a badge may lead to large documents on slow servers. */
    private static final int AN_HOUR = 60;

    private final Platform platform;
    private final FindImported find;
    private final VerifyToKeep verify;
    private final ImportSeal seal;
    private final LastReports reports;
    private final RequestBudget budget;

    public ShowImported(
            Platform platform, FindImported find, VerifyToKeep verify, ImportSeal seal, LastReports reports) {
        this.platform = platform;
        this.find = find;
        this.verify = verify;
        this.seal = seal;
        this.reports = reports;
        this.budget = platform.throttles().budget("imported-verdicts", AN_HOUR, Duration.ofHours(1));
    }

    /**
     * A badge from elsewhere.
     *
     * @param badge as it is judged now, or was judged last
     * @param report of now; null where too many files are being judged, or too many of this holder were
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
        VerificationReport report = judged(holder, found);
        boolean answered = report != null && answers(row, report);
        boolean stands = row.checkedAt() != null && !answered;
        ImportedFacts facts = report != null && report.proven()
                ? ImportedFacts.of(report)
                : found.badge().facts();
        ImportedBadge badge = report == null || stands
                ? new ImportedBadge(id, facts, row.headline(), row.known(), row.checkedAt())
                : new ImportedBadge(id, facts, report.headline(), known(row, report), answered ? report.at() : null);
        return new Shown(badge, row.pending(), report, stands, Recipient.of(facts.holder(), row.names()));
    }

    private static boolean answers(ImportedRow row, VerificationReport report) {
        return row.checkedAt() == null ? Judgement.answered(report) : Judgement.answersAfter(row.headline(), report);
    }

    /** Without a proof of now, what a registry said of the issuer stands. */
    private static boolean known(ImportedRow row, VerificationReport report) {
        return report.proven() ? report.issuer().registered() != null : row.known();
    }

    /** Null as well where an address that was photographed leads to another badge by now: that one was not kept. */
    private @Nullable VerificationReport judged(HolderId holder, FindImported.Found found) {
        String identity = found.badge().facts().identity();
        UUID id = found.row().id();
        Optional<VerificationReport> last = reports.find(id);
        VerificationReport report = last.isPresent() ? last.get() : verified(holder, id, found.file());
        if (report == null || (identity != null && !ImportIdentity.isOf(identity, report))) {
            return null;
        }
        if (last.isEmpty()) {
            write(holder, found.row(), report);
        }
        return report;
    }

    private @Nullable VerificationReport verified(HolderId holder, UUID id, byte[] file) {
        if (!budget.trySpend(holder)) {
            return null;
        }
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
        return report;
    }

    private void write(HolderId holder, ImportedRow row, VerificationReport report) {
        byte[] facts = report.proven() ? seal.facts(ImportedFacts.of(report), row.id()) : null;
        byte[] identity = report.proven() ? seal.identity(ImportIdentity.of(report), holder.value()) : null;
        platform.database()
                .look(handle -> handle.attach(ImportedDao.class)
                        .judge(
                                row.id(),
                                holder.value(),
                                report.headline(),
                                known(row, report),
                                answers(row, report),
                                facts,
                                identity,
                                report.at()));
    }
}
