package fr.badgesiae.api.platform.html;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field whose typed value differs from the value that somebody else saved meanwhile.
 *
 * @param label of the field, in the reader's language
 * @param saved the stored value; may be empty
 * @param typed the value in the form; may be empty
 */
public record Difference(String label, String saved, String typed) {

    /** The fields whose two values differ. */
    public static List<Difference> among(Stream<Difference> fields) {
        return fields.filter(field -> !Objects.equals(field.saved(), field.typed()))
                .toList();
    }
}
