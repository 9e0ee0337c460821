package fr.badgesiae.api.platform.i18n;

import java.util.List;

/**
 * A sentence not yet in a language.
 *
 * @param key the key in a bundle, such as {@code feature.page.title}
 * @param arguments what the sentence needs, in order
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
