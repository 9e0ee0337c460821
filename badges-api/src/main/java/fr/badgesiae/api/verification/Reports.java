package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.FrenchTime;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.verification.VerifyPages.Report.BadgeReport;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.VerificationReport;
import java.time.LocalDate;
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
        BadgeCard card = BadgeCard.of(report, settings);
        FindOwnCredential.Own found =
                card == null ? null : findOwn.apply(report).orElse(null);
        IssuedCredential own = found == null ? null : found.credential();
        BadgeCard.Issuer issuer = BadgeCard.Issuer.of(report);
        Banner banner = Banner.of(report, since(report, card, own), own != null);
        return new BadgeReport(
                banner,
                Meaning.of(report, banner, context),
                card,
                issuer,
                found == null
                        ? networks(issuer, card, context)
                        : found.affiliation().sentences(context),
                own != null,
                own == null || own.publicReason() == null
                        ? null
                        : own.publicReason().name(),
                CheckLine.of(report, context.language()),
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(ReportJson.bytes(report, context.language())));
    }

    private static List<String> networks(
            BadgeCard.@Nullable Issuer issuer, @Nullable BadgeCard card, PageContext context) {
        return issuer == null
                ? List.of()
                : issuer.networks(
                        context, card == null ? null : card.badge().dates().awarded());
    }

    private static @Nullable LocalDate since(
            VerificationReport report, @Nullable BadgeCard card, @Nullable IssuedCredential own) {
        return switch (report.headline()) {
            case EXPIRED -> card == null ? null : card.badge().dates().until();
            case NOT_YET_VALID -> card == null ? null : card.badge().dates().from();
            case REVOKED -> own == null || own.revokedAt() == null ? null : FrenchTime.day(own.revokedAt());
            default -> null;
        };
    }
}
