package fr.badgesiae.api.platform.todo;

import fr.badgesiae.api.platform.auth.Permission;

/**
 * One line of the desk's work list. It is shown while its count is not zero.
 *
 * @param urgency the part of the list that it stands in
 * @param position the sort key within that part, ascending
 * @param permission that a member needs to see it
 * @param key the message key; the argument is the count
 * @param path where the work is done
 * @param count a scalar SQL query of a number, in an organisation's transaction. It filters by {@code :organisation} and may
 *     use {@code :member} (the reader's account), {@code :now} (timestamptz), {@code :today} (date) and {@code :midnight}
 *     (timestamptz, start of that day), in French legal time.
 */
public record Todo(Urgency urgency, int position, Permission permission, String key, String path, String count) {
    public Todo {
        if (!count.contains(":organisation")) {
            throw new IllegalArgumentException("counts the rows of every organisation: " + key);
        }
    }

    /** The part of the work list, in the order of the page. */
    public enum Urgency {
        /** Somebody waits for it. */
        NOW,
        /** It becomes urgent with time. */
        SOON,
        /** To know; nothing to do. */
        NEWS,
        /** A step of a new organisation, not taken yet. The page shows only the first. */
        FIRST_STEP
    }
}
