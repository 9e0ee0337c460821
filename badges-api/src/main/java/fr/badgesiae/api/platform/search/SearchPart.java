package fr.badgesiae.api.platform.search;

import fr.badgesiae.api.platform.auth.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What one feature finds at the desk.
 *
 * @param position the sort key among the parts, ascending
 * @param permission of the pages that it leads to
 * @param key the message key of its title
 * @param sql a scalar subquery: a JSON array of at most {@code :most} rows with a name, perhaps a detail, and an id.
 *     It filters by {@code :organisation} and {@code :words}; {@code :lookup} is the keyed hash of a code, or null.
 * @param path of a row's page, with {@code {id}}
 * @param details what stands before a detail in the key of its message; null where rows have no detail
 * @param all where the whole list is
 * @param posts whether that list takes the words, by POST, instead of being a link
 */
public record SearchPart(
        int position,
        Permission permission,
        String key,
        String sql,
        String path,
        @Nullable String details,
        String all,
        boolean posts) {
    public SearchPart {
        if (!sql.contains(":organisation")) {
            throw new IllegalArgumentException("finds rows of every organisation: " + key);
        }
    }
}
