package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.verification.VerifyPages.Report.BadgeReport;
import fr.badgesiae.api.verification.VerifyPages.Report.Endorsed;
import fr.badgesiae.api.verification.VerifyPages.Report.Issuer;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns verification reports into a page. A badge of ours gets the date and reason of its revocation from our own record. */
final class Reports {
    private final Settings settings;
    private final FindOwnCredential findOwn;

    Reports(Settings settings, FindOwnCredential findOwn) {
        this.settings = settings;
        this.findOwn = findOwn;
    }

    VerifyPages.Report page(List<VerificationReport> reports, PageContext context) {
        return new VerifyPages.Report(
                reports.stream().map(report -> badgeReport(report, context)).toList(),
                reports.get(0).at());
    }

    private BadgeReport badgeReport(VerificationReport report, PageContext context) {
        SignedBadge badge = SignedBadge.of(report).orElse(null);
        IssuedCredential own = badge == null ? null : findOwn.apply(report).orElse(null);
        return new BadgeReport(
                banner(report, badge, own),
                meaning(report, context),
                badge,
                badge == null ? null : settings.pathOf(badge.imageUrl()),
                Issuer.of(report),
                own != null,
                own == null || own.publicReason() == null
                        ? null
                        : own.publicReason().name(),
                CheckLine.of(report, context.language()),
                report.endorsements().stream().map(Reports::endorsed).toList(),
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(ReportJson.bytes(report, context.language())));
    }

    /** The sentence under the headline. An authentic badge of an unknown issuer proves only that the issuer signed it. */
    private static String meaning(VerificationReport report, PageContext context) {
        boolean stranger = report.issuer().registered() == null && report.headline() == Headline.AUTHENTIC;
        return stranger ? context.t("verification.report.stranger") : Meaning.of(report, context);
    }

    private static Endorsed endorsed(VerificationReport report) {
        String text = SignedBadge.proven(report)
                .map(credential -> credential
                        .path("credentialSubject")
                        .path("endorsementComment")
                        .textValue())
                .orElse(null);
        return new Endorsed(Banner.of(report, null), Issuer.of(report), text);
    }

    private static Banner banner(
            VerificationReport report, @Nullable SignedBadge badge, @Nullable IssuedCredential own) {
        Instant since = switch (report.headline()) {
            case EXPIRED -> badge == null ? null : badge.validUntil();
            case NOT_YET_VALID -> badge == null ? null : badge.validFrom();
            case REVOKED -> own == null ? null : own.revokedAt();
            default -> null;
        };
        return Banner.of(report, since);
    }
}
