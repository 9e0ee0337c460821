package fr.badgesiae.api.platform.html;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field in which what somebody else saved meanwhile is not what was typed.
 *
 * @param label the field's, in the reader's language
 * @param saved as it is stored now; may be empty
 * @param typed as it stands in the form; may be empty
 */
public record Difference(String label, String saved, String typed) {

    /** Those whose two sides differ. */
    public static List<Difference> among(Stream<Difference> fields) {
        return fields.filter(field -> !Objects.equals(field.saved(), field.typed()))
                .toList();
    }
}
