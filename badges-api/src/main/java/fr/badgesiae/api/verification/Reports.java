package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.verification.VerifyPages.Report.BadgeReport;
import fr.badgesiae.api.verification.VerifyPages.Report.Endorsed;
import fr.badgesiae.api.verification.VerifyPages.Report.Issuer;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns verification reports into a page. A badge of ours gets the date and reason of its revocation from our own record. */
final class Reports {
    private final Settings settings;
    private final FindOwnCredential findOwn;

    Reports(Settings settings, FindOwnCredential findOwn) {
        this.settings = settings;
        this.findOwn = findOwn;
    }

    VerifyPages.Report page(List<VerificationReport> reports, Locale language) {
        return new VerifyPages.Report(
                reports.stream().map(report -> badgeReport(report, language)).toList(),
                reports.get(0).at());
    }

    private BadgeReport badgeReport(VerificationReport report, Locale language) {
        SignedBadge badge = SignedBadge.of(report).orElse(null);
        IssuedCredential own = findOwn.apply(report).orElse(null);
        Banner banner = banner(report, badge, own);
        boolean unread = report.check(CheckName.FORMAT).outcome() == Outcome.FAILED;
        return new BadgeReport(
                banner,
                unread ? "verification.report.no-badge" : "verification.headline." + banner.key(),
                meaningKey(report, banner, unread),
                badge,
                badge == null ? null : settings.pathOf(badge.imageUrl()),
                Issuer.of(report),
                own != null,
                own == null || own.publicReason() == null
                        ? null
                        : own.publicReason().name(),
                CheckLine.of(report, language),
                report.endorsements().stream().map(Reports::endorsed).toList(),
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(ReportJson.bytes(report, language)));
    }

    /** An authentic badge of an unknown issuer proves only that the issuer signed it. */
    private static String meaningKey(VerificationReport report, Banner banner, boolean unread) {
        if (unread) {
            return "verification.report.no-badge.meaning";
        }
        boolean stranger = report.issuer().registered() == null && report.headline() == Headline.AUTHENTIC;
        return stranger ? "verification.report.stranger" : "verification.meaning." + banner.key();
    }

    private static Endorsed endorsed(VerificationReport report) {
        String text = SignedBadge.proven(report)
                .map(credential -> credential
                        .path("credentialSubject")
                        .path("endorsementComment")
                        .textValue())
                .orElse(null);
        return new Endorsed(new Banner(report.headline(), null), Issuer.of(report), text);
    }

    private static Banner banner(
            VerificationReport report, @Nullable SignedBadge badge, @Nullable IssuedCredential own) {
        Instant since = switch (report.headline()) {
            case EXPIRED -> badge == null ? null : badge.validUntil();
            case NOT_YET_VALID -> badge == null ? null : badge.validFrom();
            case REVOKED -> own == null ? null : own.revokedAt();
            case SUSPENDED, AUTHENTIC, NOT_AUTHENTIC, CANNOT_TELL -> null;
        };
        return new Banner(report.headline(), since);
    }
}
