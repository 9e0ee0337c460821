package fr.badgesiae.api.platform.html;

import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/** The revision that a form was filled from: its hidden field {@code revision}. */
public final class Revision {
    private Revision() {}

    /** Zero, which no stored row has, where the field is missing or not a number. */
    public static int of(MultivaluedMap<String, String> form) {
        return number(form.getFirst("revision"));
    }

    /** A number that a form carries hidden; zero where it is missing or not a number. */
    public static int number(@Nullable String field) {
        return field != null && field.matches("\\d{1,9}") ? Integer.parseInt(field) : 0;
    }
}
