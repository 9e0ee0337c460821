package fr.badgesiae.api.event.content;

/** States of an entry. The constants equal the CHECK of {@code event_entry.state}. */
public enum EntryState {
    WAITING,
    /** A file was chosen: the badge can be offered. */
    KEPT,
    REFUSED,
    /** Nobody handled it in time: its name is gone. */
    FORGOTTEN
}
