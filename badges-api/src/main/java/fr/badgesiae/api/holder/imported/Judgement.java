package fr.badgesiae.api.holder.imported;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import java.util.Set;

/** What a report means for a badge that a holder keeps. */
final class Judgement {
    /** Nothing says that these are forged; their proof was not found, or says nothing yet. */
    private static final Set<Headline> OPEN = Set.of(Headline.CANNOT_TELL, Headline.EXPIRED, Headline.NOT_YET_VALID);

    private static final Set<Headline> NO_BADGE =
            Set.of(Headline.NOT_AUTHENTIC, Headline.NOT_A_BADGE, Headline.OTHER_CREDENTIAL, Headline.OTHER_RECIPIENT);

    private static final Set<Headline> WITHDRAWN = Set.of(Headline.REVOKED, Headline.SUSPENDED);

    private Judgement() {}

    /** The report of the one badge that was brought; where there is none or several, the first report. */
    static VerificationReport one(List<VerificationReport> reports) {
        List<VerificationReport> badges = reports.stream()
                .filter(report -> report.kind() == VerificationReport.Kind.BADGE)
                .toList();
        return badges.size() == 1 ? badges.get(0) : reports.get(0);
    }

    static boolean several(List<VerificationReport> reports) {
        return reports.stream()
                        .filter(report -> report.kind() == VerificationReport.Kind.BADGE)
                        .count()
                > 1;
    }

    /** Whether a badge may be kept: it is proven, or nothing speaks against its proof. Decision 0052 says why. */
    static boolean keepable(VerificationReport report) {
        boolean open = report.proven() ? !NO_BADGE.contains(report.headline()) : OPEN.contains(report.headline());
        return report.kind() == VerificationReport.Kind.BADGE && open;
    }

    /**
     * Whether a later report answers for a badge of which the last answer is known. A revocation or a pause stands until the
     * status is read again: that the badge has expired meanwhile does not end it. A revoked one counts without a proof, which
     * was found before: a hosted badge may then say nothing but that it is revoked.
     */
    static boolean answersAfter(Headline last, VerificationReport report) {
        Outcome status = report.check(CheckName.STATUS).outcome();
        boolean open = status == Outcome.INCONCLUSIVE || status == Outcome.SKIPPED;
        if (WITHDRAWN.contains(last) && open) {
            return false;
        }
        return report.headline() == Headline.REVOKED || answered(report);
    }

    /** Whether the question has an answer, which may be that it is forged. Otherwise the last answer stands. */
    static boolean answered(VerificationReport report) {
        return report.headline() == Headline.NOT_AUTHENTIC
                || (report.proven() && report.headline() != Headline.CANNOT_TELL);
    }
}
