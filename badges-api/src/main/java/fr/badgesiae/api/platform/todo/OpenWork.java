package fr.badgesiae.api.platform.todo;

/**
 * Work that a member has begun and that waits for them. Somebody takes it over when they leave.
 *
 * @param key the message key; the argument is the count
 * @param count a scalar SQL query of a number, which filters by {@code :organisation} and {@code :member}
 * @param move an SQL update that gives the same rows to {@code :taker}; it may use {@code :now}
 */
public record OpenWork(String key, String count, String move) {
    public OpenWork {
        if (!count.contains(":organisation") || !move.contains(":organisation")) {
            throw new IllegalArgumentException("work of every organisation: " + key);
        }
    }
}
