package fr.badgesiae.api.statistics;

import fr.badgesiae.api.statistics.suppression.Count;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What may be read of a year.
 *
 * @param years with figures, the newest first
 * @param until the last day that is counted: of the year, or of its last quarter that is over
 * @param days the median between the offer of a badge and its acceptance; empty where it is of fewer than five people
 */
public record Figures(
        int year,
        LocalDate until,
        List<Integer> years,
        Count people,
        Count offered,
        Count accepted,
        Count refused,
        Count reported,
        Count revoked,
        Optional<Long> days,
        List<Quarter> quarters) {
    /** Three months. */
    public record Quarter(int number, Count offered, Count accepted, List<Month> months) {}

    /** A month of the year, from 1. */
    public record Month(int number, Count offered, Count accepted) {}

    /**
     * A row of a breakdown.
     *
     * @param value as stored; {@link Breakdown#label} says it in words
     * @param people empty where somebody may be in several rows
     */
    public record Row(String value, Optional<Count> people, Count offered, Count accepted) {}

    /** Whether the year is over. */
    public boolean whole() {
        return until.getMonthValue() == 12;
    }

    /** Whether nothing happened in the year. */
    public boolean empty() {
        return List.of(people, offered, accepted, refused, reported, revoked).stream()
                .allMatch(count -> !count.hidden() && count.number() == 0);
    }
}
