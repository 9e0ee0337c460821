package fr.badgesiae.api.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.verification.VerifyPages.Report.BadgeReport;
import fr.badgesiae.api.verification.VerifyPages.Report.Resembled;
import fr.badgesiae.api.verification.resemblance.FindResemblance;
import fr.badgesiae.api.verification.resemblance.RegisteredName;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns verification reports into a page or into JSON, and adds whether the issuer is known here. A badge of ours gets the date
 * and reason of its revocation from our own record.
 */
public final class Reports {
    private final Settings settings;
    private final FindOwnCredential findOwn;
    private final FindResemblance resemblance;

    Reports(Settings settings, FindOwnCredential findOwn, FindResemblance resemblance) {
        this.settings = settings;
        this.findOwn = findOwn;
        this.resemblance = resemblance;
    }

    /**
     * What this service knows of a badge.
     *
     * @param own our own record of it, or null
     * @param known whether we issued it, or a registry names its issuer
     * @param resembles the registered name that an unknown issuer's own resembles, or null
     */
    private record Standing(
            FindOwnCredential.@Nullable Own own,
            boolean known,
            @Nullable RegisteredName resembles) {
        /** The zone of the organisation that awarded a badge of ours; that of Paris for any other badge. */
        FrenchZone zone() {
            return own == null ? FrenchZone.PARIS : own.zone();
        }

        @Nullable
        IssuedCredential credential() {
            return own == null ? null : own.credential();
        }
    }

    /** The reports of one submission as a page shows them, in the reader's language. */
    public VerifyPages.Report page(List<VerificationReport> reports, PageContext context) {
        return new VerifyPages.Report(
                reports.stream().map(report -> badgeReport(report, context)).toList(),
                reports.get(0).at());
    }

    /** The reports of one submission as UTF-8: a report alone as it is, several as an array. */
    byte[] json(List<VerificationReport> reports, Locale language) {
        String all = reports.stream()
                .map(report -> json(report, standing(report), language).toString())
                .collect(Collectors.joining(","));
        return (reports.size() == 1 ? all : "[" + all + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode json(VerificationReport report, Standing standing, Locale language) {
        ObjectNode json = ReportJson.write(report, language);
        RegisteredName resembles = standing.resembles();
        json.withObject("/issuer")
                .put("known", standing.known())
                .put("resembles", resembles == null ? null : resembles.shown());
        return json;
    }

    private Standing standing(VerificationReport report) {
        FindOwnCredential.Own own = findOwn.apply(report).orElse(null);
        boolean known = own != null || report.issuer().registered() != null;
        String claimed = report.proven() ? PlainText.name(report.issuer().claimedName()) : null;
        RegisteredName resembles =
                known || claimed == null ? null : resemblance.apply(claimed).orElse(null);
        return new Standing(own, known, resembles);
    }

    private BadgeReport badgeReport(VerificationReport report, PageContext reader) {
        Standing standing = standing(report);
        PageContext context = reader.in(standing.zone());
        BadgeCard card = BadgeCard.of(report, settings, context.zone());
        IssuedCredential own = standing.credential();
        BadgeCard.Issuer issuer = BadgeCard.Issuer.of(report);
        Banner banner = Banner.of(report, since(report, card, own, context.zone()), own != null)
                .orPaused(own != null && own.paused());
        return new BadgeReport(
                banner,
                Meaning.of(report, banner, context),
                card,
                issuer,
                Resembled.of(standing.resembles()),
                standing.own() == null
                        ? networks(issuer, card, context)
                        : standing.own().affiliation().sentences(context),
                standing.own() == null ? "" : standing.own().town(),
                own != null,
                own == null || own.publicReason() == null
                        ? null
                        : own.publicReason().name(),
                CheckLine.of(report, context.language()),
                "data:application/json;base64,"
                        + Base64.getEncoder()
                                .encodeToString(json(report, standing, context.language())
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> networks(
            BadgeCard.@Nullable Issuer issuer, @Nullable BadgeCard card, PageContext context) {
        return issuer == null
                ? List.of()
                : issuer.networks(
                        context, card == null ? null : card.badge().dates().awarded());
    }

    private static @Nullable LocalDate since(
            VerificationReport report, @Nullable BadgeCard card, @Nullable IssuedCredential own, FrenchZone zone) {
        return switch (report.headline()) {
            case EXPIRED -> card == null ? null : card.badge().dates().until();
            case NOT_YET_VALID -> card == null ? null : card.badge().dates().from();
            case REVOKED -> own == null || own.revokedAt() == null ? null : zone.day(own.revokedAt());
            default -> null;
        };
    }
}
