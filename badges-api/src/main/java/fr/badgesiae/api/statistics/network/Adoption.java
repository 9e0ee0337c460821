package fr.badgesiae.api.statistics.network;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.statistics.suppression.Count;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the organisations of a network use the service.
 *
 * @param active how many of them have a member who signed in in the last 30 days
 * @param until the last day that is counted: of the year, or of its last quarter that is over
 * @param awards accepted in the year, over all of them
 * @param lines sorted, each of them
 */
public record Adoption(int year, LocalDate until, long active, long published, Count awards, List<Line> lines) {
    /** Whether the year is over. */
    public boolean whole() {
        return until.getMonthValue() == 12;
    }

    /**
     * An organisation.
     *
     * @param active whether a member signed in in the last 30 days
     * @param firstAward its year: two days in a year would tell of two awards
     * @param awards accepted in the year
     */
    public record Line(
            OrganisationId id,
            String name,
            List<String> departements,
            LocalDate since,
            boolean active,
            Optional<Integer> firstAward,
            Optional<Integer> lastAward,
            long published,
            Count awards) {}
}
