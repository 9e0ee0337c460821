package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.FrenchTime;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.verifier.Conclusion;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.VerificationReport;

/** The sentence under the headline of a page: the verifier's own, except where the page itself says more. */
public final class Meaning {
    private Meaning() {}

    public static String of(VerificationReport report, PageContext context) {
        if (report.headline() == Headline.AUTHENTIC) {
            return context.t("verification.meaning.authentic");
        }
        String sentence = Conclusion.in(context.language(), FrenchTime.ZONE).sentence(report);
        return report.headline() == Headline.NOT_AUTHENTIC
                ? sentence + " " + context.t("verification.meaning.not-shown")
                : sentence;
    }
}
