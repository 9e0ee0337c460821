package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * What was brought, judged: one judgement for each badge in it.
 *
 * @param at when it was judged
 */
public record ReportPage(List<Judged> badges, Instant at) {

    /**
     * One badge.
     *
     * @param headlineKey of the words of the headline
     * @param meaningKey of what it means
     * @param badge what was signed, or null when the signature does not hold: nothing unproven is shown
     * @param imagePath of the badge when it is on our origin, or null
     * @param issuer who awarded it, or null where nobody is named
     * @param json the report for machines, as an address that holds it whole
     */
    public record Judged(
            Banner banner,
            String headlineKey,
            String meaningKey,
            SignedBadge badge,
            String imagePath,
            Issuer issuer,
            List<CheckLine> checks,
            List<Endorsed> endorsements,
            String json) {}

    /**
     * Who awarded a badge, and on whose word.
     *
     * @param registered the registry's entry, or null; only then is the name more than the badge's own word
     */
    public record Issuer(String id, String claimedName, TrustRegistry.Entry registered) {
        static Issuer of(VerificationReport report) {
            VerificationReport.Issuer issuer = report.issuer();
            return issuer.id() == null ? null : new Issuer(issuer.id(), issuer.claimedName(), issuer.registered());
        }
    }

    /** An endorsement with its own headline; the text only when its signature holds. */
    public record Endorsed(Banner banner, Issuer issuer, String text) {}

    static ReportPage of(List<VerificationReport> reports, Settings settings, Locale language) {
        return new ReportPage(
                reports.stream()
                        .map(report -> judged(report, settings, language))
                        .toList(),
                reports.get(0).at());
    }

    private static Judged judged(VerificationReport report, Settings settings, Locale language) {
        SignedBadge badge = proven(report) ? SignedBadge.of(report) : null;
        Banner banner = banner(report, badge);
        boolean unread = report.check(CheckName.FORMAT).outcome() == Outcome.FAILED;
        return new Judged(
                banner,
                unread ? "verification.report.no-badge" : "verification.headline." + banner.key(),
                meaningKey(report, banner, unread),
                badge,
                badge == null ? null : settings.pathOf(badge.imageUrl()),
                Issuer.of(report),
                CheckLine.of(report, language),
                report.endorsements().stream().map(ReportPage::endorsed).toList(),
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(ReportJson.bytes(report, language)));
    }

    /** Of an issuer nobody here answers for, no more is said than that the bytes are its own. */
    private static String meaningKey(VerificationReport report, Banner banner, boolean unread) {
        if (unread) {
            return "verification.report.no-badge.meaning";
        }
        boolean stranger = report.issuer().registered() == null && report.headline() == Headline.AUTHENTIC;
        return stranger ? "verification.report.stranger" : "verification.meaning." + banner.key();
    }

    private static Endorsed endorsed(VerificationReport report) {
        String text = proven(report)
                ? report.credential()
                        .path("credentialSubject")
                        .path("endorsementComment")
                        .textValue()
                : null;
        return new Endorsed(new Banner(report.headline(), null), Issuer.of(report), text);
    }

    static boolean proven(VerificationReport report) {
        Outcome proof = report.check(CheckName.PROOF).outcome();
        return (proof == Outcome.PASSED || proof == Outcome.WARNING)
                && report.credential() != null
                && report.headline() != Headline.NOT_AUTHENTIC;
    }

    private static Banner banner(VerificationReport report, SignedBadge badge) {
        Instant since = switch (report.headline()) {
            case EXPIRED -> badge == null ? null : badge.validUntil();
            case NOT_YET_VALID -> badge == null ? null : badge.validFrom();
            case REVOKED, SUSPENDED, AUTHENTIC, NOT_AUTHENTIC, CANNOT_TELL -> null;
        };
        return new Banner(report.headline(), since);
    }
}
