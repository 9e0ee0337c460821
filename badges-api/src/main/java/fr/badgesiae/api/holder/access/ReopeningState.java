package fr.badgesiae.api.holder.access;

/** The states of a reopening; their names are stored. */
public enum ReopeningState {
    /** Its slip waits. */
    OPEN,
    /** Its slip opened the space. */
    USED,
    /** Its slip was not used in time. */
    ENDED,
    /** The desk cancelled it, or made another. */
    CANCELLED,
    /** The holder objected. */
    OBJECTED,
    /** The holder confirmed it with the former card. */
    CONFIRMED
}
