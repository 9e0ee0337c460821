package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.verification.BadgeCard;
import fr.badgesiae.api.verification.Banner;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a link to several badges: each judged now, one a row.
 *
 * @param message the holder's own words, or null
 * @param gone how many badges of the link are no longer there
 * @param holder the name that every badge that counts bears, or null
 * @param words the two words of this minute where none of them bears a name, or null
 * @param code the share code in groups
 * @param path of this page
 * @param qr leads to this page, for the printed sheet
 */
public record ScannedPortfolio(
        List<Row> rows,
        @Nullable String message,
        int gone,
        @Nullable String holder,
        @Nullable String words,
        Instant at,
        String code,
        String path,
        QrCode qr) {

    static ScannedPortfolio of(
            OpenShare.Several shared, List<Row> rows, String words, Settings settings, ShareCode code) {
        List<@Nullable String> names =
                rows.stream().filter(Row::counts).map(Row::holder).distinct().toList();
        boolean unnamed = !names.isEmpty() && names.stream().allMatch(Objects::isNull);
        return new ScannedPortfolio(
                rows,
                shared.message(),
                shared.gone(),
                names.size() == 1 ? names.get(0) : null,
                unnamed ? words : null,
                rows.get(0).at(),
                code.code().grouped(),
                code.path(),
                QrCode.of(settings.url(code.path())));
    }

    /** How many badges are authentic and valid now. */
    public long authentic() {
        return rows.stream()
                .filter(row -> row.banner().headline() == Headline.AUTHENTIC)
                .count();
    }

    /** Whether the reader compares each badge with the person: they do not bear the same name. */
    public boolean differs() {
        return holder == null && words == null && rows.stream().anyMatch(Row::counts);
    }

    /**
     * One badge. What is not proven is not shown, its name neither.
     *
     * @param name null where it is not proven, as are {@code language}, {@code image}, {@code holder}
     * @param path leads to its page
     * @param state the headline in words
     * @param issuer as registered
     * @param pause that its membership of its network is paused, or null
     */
    public record Row(
            String path,
            Banner banner,
            String state,
            @Nullable String name,
            @Nullable String language,
            @Nullable String image,
            @Nullable String holder,
            String issuer,
            @Nullable String pause,
            @Nullable LocalDate awarded,
            Instant at) {

        static Row of(
                SharedBadge shared, VerificationReport report, Settings settings, ShareCode code, PageContext context) {
            BadgeCard card = BadgeCard.of(report, settings, shared.zone());
            LocalDate since = ScanPages.Scan.since(report.headline(), card, shared);
            Banner banner = Banner.of(report, since, true).orPaused(shared.paused());
            String image = card == null ? null : card.image();
            return new Row(
                    ScanPages.within(code.path()),
                    banner,
                    context.t("verification.headline." + banner.key(), since == null ? "" : context.date(since)),
                    card == null ? null : card.badge().name(),
                    card == null ? null : card.badge().language(),
                    image == null ? null : image.replace("?side=card", "?side=list"),
                    card == null ? null : card.badge().holder(),
                    shared.issuer().name(),
                    shared.affiliation().pause(context),
                    card == null ? null : card.badge().dates().awarded(),
                    report.at());
        }

        /** Whether the reader compares it with the person. */
        boolean counts() {
            return name != null && !banner.withdrawn();
        }
    }
}
