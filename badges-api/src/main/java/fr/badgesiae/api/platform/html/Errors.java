package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.i18n.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of a form by field name, in the order of the fields. The page is shown again with status 422 and the typed
 * values. Each message appears at its field and in the summary at the top.
 *
 * @param byField a message for each field that has one; the empty name stands for the whole form
 */
public record Errors(Map<String, Message> byField) {
    public Errors {
        byField = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public static Errors none() {
        return new Errors(Map.of());
    }

    public static Errors of(String field, String key, Object... arguments) {
        return none().with(field, key, arguments);
    }

    /** Adds an error; the first message of a field is kept. */
    public Errors with(String field, String key, Object... arguments) {
        Map<String, Message> more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, Message.of(key, arguments));
        return new Errors(more);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** The sentence for a field in the reader's language, or null. */
    public @Nullable String text(PageContext context, String field) {
        Message message = byField.get(field);
        return message == null ? null : context.t(message);
    }
}
