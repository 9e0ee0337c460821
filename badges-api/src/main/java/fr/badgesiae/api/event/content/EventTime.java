package fr.badgesiae.api.event.content;

import java.time.Instant;

/** Whether the page of an event takes names. */
public enum EventTime {
    /** Its window has not begun. */
    BEFORE,
    OPEN,
    /** As many as it takes have entered. */
    FULL,
    /** Its window is over, or a member ended it. */
    OVER;

    /**
     * As of now.
     *
     * @param ended whether a member ended it
     */
    public static EventTime at(Instant now, Instant opens, Instant closes, boolean ended, int entries, int most) {
        if (ended || !now.isBefore(closes)) {
            return OVER;
        }
        if (now.isBefore(opens)) {
            return BEFORE;
        }
        return entries >= most ? FULL : OPEN;
    }
}
