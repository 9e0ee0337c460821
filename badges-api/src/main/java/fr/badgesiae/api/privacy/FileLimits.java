package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.personal.Retention;
import java.time.LocalDate;

/**
 * The days that a run over desk files compares with.
 *
 * @param from files that count from this day or before are due
 * @param announced those announced on this day or before were announced long enough
 */
record FileLimits(LocalDate today, LocalDate from, LocalDate announced) {
    static FileLimits of(LocalDate today) {
        return new FileLimits(
                today, today.minusMonths(Retention.DESK_FILE_MONTHS), today.minusDays(Retention.NOTICE_DAYS));
    }

    /** Those of a confirmed run; a run that a clock asked which was ahead takes no more than is due today. */
    FileLimits confirmed(LocalDate due) {
        return due.isBefore(today) ? of(due) : this;
    }

    /** Files that count from this day or before are announced. */
    LocalDate announces() {
        return today.plusDays(Retention.NOTICE_DAYS).minusMonths(Retention.DESK_FILE_MONTHS);
    }
}
