package fr.badgesiae.api.platform.mail;

/** What became of one attempt. Those that are no success are stored in {@code outbox.failure}. */
public enum Delivery {
    SENT,
    /** The server asks to try again: another attempt follows. */
    LATER,
    /** The server does not take this message or this recipient: no other attempt. */
    REFUSED,
    /** No server answered, or it does not take anything from us: another attempt follows, after those of other kinds. */
    UNREACHABLE
}
