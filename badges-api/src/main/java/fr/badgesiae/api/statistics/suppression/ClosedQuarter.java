package fr.badgesiae.api.statistics.suppression;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Up to when figures are counted: of two readings within a quarter, the second tells nothing that the first did not. */
public final class ClosedQuarter {
    private ClosedQuarter() {}

    /** The last day of the last quarter that is over. */
    public static LocalDate lastDay(LocalDate today) {
        return today.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
    }
}
