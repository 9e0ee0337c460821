package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.VerificationReport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days of a badge in the zone of its issuer: those that the verdict rests on, whatever states them. A day without a time
 * is that day, and so is the day of an award written as midnight UTC.
 *
 * @param awarded null where the badge states none
 * @param from start of validity, or null
 * @param until end of validity, or null
 * @param endless whether the badge has no end; false also where its end cannot be read
 */
public record BadgeDates(
        @Nullable LocalDate awarded,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean endless) {
    private static final Set<String> STARTS =
            Set.of("validity.validFrom", "validity.issuanceDate", "validity.nbf", "validity.issuedOn");
    private static final Set<String> ENDS =
            Set.of("validity.validUntil", "validity.expirationDate", "validity.exp", "validity.expires");
    private static final Pattern MIDNIGHT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT00:00(:00(\\.0+)?)?(Z|\\+00:00)");
    private static final int DAY = "2026-01-01".length();

    static BadgeDates of(VerificationReport report, BadgeSummary summary, FrenchZone zone) {
        CheckResult period = report.check(CheckName.VALIDITY_PERIOD);
        List<LocalDate> starts = days(period, STARTS, zone);
        List<LocalDate> ends = days(period, ENDS, zone);
        LocalDate from = starts.stream().max(LocalDate::compareTo).orElseGet(() -> day(summary.from(), zone));
        LocalDate until = ends.stream().min(LocalDate::compareTo).orElseGet(() -> day(summary.until(), zone));
        LocalDate awarded = awarded(summary.details().awardedOn(), zone);
        boolean read = period.outcome() == Outcome.PASSED || period.outcome() == Outcome.WARNING;
        return new BadgeDates(
                awarded == null ? from : awarded, from, until, read && until == null && summary.until() == null);
    }

    /** The days that a badge of ours states; those of one that is not signed yet may be absent. */
    static BadgeDates of(BadgeSummary summary, FrenchZone zone) {
        LocalDate from = day(summary.from(), zone);
        LocalDate awarded = awarded(summary.details().awardedOn(), zone);
        LocalDate until = day(summary.until(), zone);
        return new BadgeDates(awarded == null ? from : awarded, from, until, until == null);
    }

    private static List<LocalDate> days(CheckResult period, Set<String> keys, FrenchZone zone) {
        return period.findings().stream()
                .filter(finding -> keys.contains(finding.key()))
                .flatMap(finding -> Optional.ofNullable(day(finding.value(), zone)).stream())
                .toList();
    }

    private static @Nullable LocalDate awarded(@Nullable String written, FrenchZone zone) {
        return written != null && MIDNIGHT.matcher(written).matches()
                ? day(written.substring(0, DAY), zone)
                : day(written, zone);
    }

    private static @Nullable LocalDate day(@Nullable String written, FrenchZone zone) {
        if (written == null || written.length() < DAY) {
            return null;
        }
        try {
            return written.length() == DAY
                    ? LocalDate.parse(written)
                    : zone.day(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
