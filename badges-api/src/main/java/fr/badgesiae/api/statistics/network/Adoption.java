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
 * @param awards accepted in the year, over all of them
 * @param lines sorted, each of them
 */
public record Adoption(int year, long active, long published, Count awards, List<Line> lines) {
    /**
     * An organisation.
     *
     * @param active whether a member signed in in the last 30 days
     * @param awards accepted in the year
     */
    public record Line(
            OrganisationId id,
            String name,
            LocalDate since,
            boolean active,
            Optional<LocalDate> firstAward,
            Optional<LocalDate> lastAward,
            long published,
            Count awards) {}
}
