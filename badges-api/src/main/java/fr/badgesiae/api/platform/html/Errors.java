package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.i18n.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a form, by field name, in the order in which the fields stand. The page is shown again with status 422
 * and what was typed; each message stands beside its field and once more in the summary on top.
 *
 * @param byField a message for each field that has one; the field {@code ""} is the form as a whole
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

    /** These and one more; the first message of a field stays. */
    public Errors with(String field, String key, Object... arguments) {
        Map<String, Message> more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, Message.of(key, arguments));
        return new Errors(more);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** The sentence for a field in the reader's language, or null. */
    public String text(PageContext context, String field) {
        Message message = byField.get(field);
        return message == null ? null : context.t(message);
    }
}
