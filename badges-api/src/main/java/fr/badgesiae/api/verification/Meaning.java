package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Conclusion;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.ReasonSentences;
import fr.badgesiae.verifier.VerificationReport;

/** The sentence under the headline of a page: the verifier's own, except where the page itself says more. */
public final class Meaning {
    private Meaning() {}

    public static String of(VerificationReport report, Banner banner, PageContext context) {
        return switch (report.headline()) {
            case AUTHENTIC -> authentic(report, banner, context);
            case NOT_AUTHENTIC ->
                Conclusion.in(context.language(), context.zone().zone()).sentence(report) + " "
                        + context.t("verification.meaning.not-shown");
            case NOT_CONFORMING -> malformed(report, context);
            case REVOKED ->
                banner.headline() == Headline.SUSPENDED
                        ? context.t("verification.meaning.paused")
                        : Conclusion.in(context.language(), context.zone().zone())
                                .sentence(report);
            default -> Conclusion.in(context.language(), context.zone().zone()).sentence(report);
        };
    }

    /** The defect itself is technical and stands with its check. */
    private static String malformed(VerificationReport report, PageContext context) {
        String defect = report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(check -> ReasonSentences.in(context.language()).say(report, check.reason()))
                .findFirst()
                .orElse("");
        String sentence =
                Conclusion.in(context.language(), context.zone().zone()).sentence(report);
        return sentence.replace(" " + defect, "") + " " + context.t("verification.meaning.malformed");
    }

    /** An authentic badge of an unknown issuer proves only that its issuer signed or published it. */
    private static String authentic(VerificationReport report, Banner banner, PageContext context) {
        if (report.kind() == VerificationReport.Kind.ENDORSEMENT) {
            return context.t("verification.meaning.endorsement");
        }
        String sentence = context.t("verification.meaning." + banner.key()
                + (banner.known() && banner.basis() == Banner.Basis.HOSTED ? "-hosted" : ""));
        return differs(report) ? sentence + " " + context.t("verification.meaning.differs") : sentence;
    }

    /** Whether what was brought differs from what its issuer publishes, which is what counts and is shown. */
    static boolean differs(VerificationReport report) {
        return ReasonCode.PROOF_HOSTED_COPY_DIFFERS.is(
                report.check(CheckName.PROOF).reason());
    }
}
