package fr.badgesiae.api.platform.mail;

/** The state of a message: a closed list, stored in {@code outbox.state}. */
public enum OutboxState {
    WAITING,
    /** A server took it. Address and text are gone. */
    SENT,
    /** It was given up. Address and text are gone. */
    DEAD
}
