package fr.badgesiae.api.organisation.message;

import java.time.LocalDate;
import java.util.List;

/**
 * A message.
 *
 * @param body plain text
 * @param readBy in how many organisations somebody has read it; zero for a reader
 */
public record NetworkMessage(
        MessageId id,
        String network,
        String title,
        String body,
        Audience audience,
        LocalDate shownUntil,
        boolean withdrawn,
        long readBy) {
    /** The text by its lines. */
    public List<String> lines() {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Whether members can read it on that day. */
    public boolean inForce(LocalDate today) {
        return !withdrawn && !shownUntil.isBefore(today);
    }
}
