package fr.badgesiae.api.platform.mail;

import java.util.Locale;

/** How a message travels: a closed list, stored in {@code outbox.kind}. */
public enum MessageKind {
    MAIL,
    SMS;

    /** As in metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
