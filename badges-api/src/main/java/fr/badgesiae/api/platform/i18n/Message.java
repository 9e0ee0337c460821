package fr.badgesiae.api.platform.i18n;

import java.util.List;

/**
 * A message without a language: a key and its arguments.
 *
 * @param key the key in a bundle, such as {@code feature.page.title}
 * @param arguments of the pattern, in order
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
