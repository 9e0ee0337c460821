package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.personal.Retention;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The days that a run of the closing of spaces compares with.
 *
 * @param announces spaces unopened since then are announced
 * @param before announced spaces unopened since then are due
 * @param announced those announced on this day or before were announced long enough
 */
record ClosingLimits(LocalDate today, Instant announces, Instant before, LocalDate announced) {
    static ClosingLimits of(LocalDate today) {
        return new ClosingLimits(
                today,
                start(today.plusDays(Retention.NOTICE_DAYS)),
                start(today),
                today.minusDays(Retention.NOTICE_DAYS));
    }

    /** Those of a confirmed run; a run that a clock asked which was ahead takes no more than is due today. */
    ClosingLimits confirmed(LocalDate due) {
        return due.isBefore(today) ? of(due) : this;
    }

    private static Instant start(LocalDate day) {
        return day.minusYears(Retention.SPACE_YEARS)
                .atStartOfDay(FrenchZone.PARIS.zone())
                .toInstant();
    }
}
