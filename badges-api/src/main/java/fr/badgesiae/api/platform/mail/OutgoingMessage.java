package fr.badgesiae.api.platform.mail;

import java.util.Locale;

/**
 * A message to one address. Its text form shows neither address nor words.
 *
 * @param to an e-mail address, or a number such as {@code +33612345678}
 * @param language of the words
 * @param subject one line; an SMS has none and leaves it empty
 * @param text lines of plain text
 */
public record OutgoingMessage(MessageKind kind, String to, Locale language, String subject, String text) {
    /** @throws IllegalArgumentException for a line end or another control character where a header or a command would be written */
    public OutgoingMessage {
        if (to.isEmpty() || hasControls(to) || hasControls(subject)) {
            throw new IllegalArgumentException("an address and a subject are one line");
        }
        if (hasControls(text.replace("\n", ""))) {
            throw new IllegalArgumentException("a text has no control characters but line ends");
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return kind + " [REDACTED]";
    }
}
