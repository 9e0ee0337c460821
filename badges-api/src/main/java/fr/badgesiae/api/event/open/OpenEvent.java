package fr.badgesiae.api.event.open;

import fr.badgesiae.api.event.content.EventTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event as everybody reads it; nothing of a person, nor how many entered.
 *
 * @param organisation its public name
 * @param place empty when nobody said
 * @param time as of now
 */
public record OpenEvent(
        String organisation,
        String badge,
        String name,
        String place,
        LocalDate heldOn,
        Instant opensAt,
        EventTime time) {
    static OpenEvent of(OpenEventDao.EventRow row, Instant now) {
        return new OpenEvent(
                row.organisation(),
                row.badge(),
                row.name(),
                row.place(),
                row.heldOn(),
                row.opensAt(),
                EventTime.at(now, row.opensAt(), row.closesAt(), row.ended(), row.entries(), row.most()));
    }
}
