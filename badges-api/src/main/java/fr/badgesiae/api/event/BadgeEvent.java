package fr.badgesiae.api.event;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.event.content.EventTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event with its sums.
 *
 * @param badge that whoever was there can get
 * @param place empty when nobody said
 * @param opensAt when the page begins to take names
 * @param most names that it takes
 * @param time as of now
 * @param entries without those that are refused
 * @param waiting entries that the desk has to read
 * @param kept entries with a file
 */
public record BadgeEvent(
        EventId id,
        AchievementId badge,
        String badgeName,
        String name,
        String place,
        LocalDate heldOn,
        Instant opensAt,
        Instant closesAt,
        int most,
        boolean ended,
        EventTime time,
        int entries,
        int waiting,
        int kept) {
    public String path() {
        return "/app/events/" + id;
    }

    static BadgeEvent of(EventDao.EventRow row, Instant now) {
        boolean ended = row.endedAt() != null;
        return new BadgeEvent(
                new EventId(row.id()),
                new AchievementId(row.achievementId()),
                row.badge(),
                row.name(),
                row.place(),
                row.heldOn(),
                row.opensAt(),
                row.closesAt(),
                row.most(),
                ended,
                EventTime.at(now, row.opensAt(), row.closesAt(), ended, row.entries(), row.most()),
                row.entries(),
                row.waiting(),
                row.kept());
    }
}
