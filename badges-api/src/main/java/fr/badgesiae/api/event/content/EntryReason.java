package fr.badgesiae.api.event.content;

/** Why an entry is refused. The constants equal the CHECK of {@code event_entry.reason}. */
public enum EntryReason {
    /** Nobody saw them there. */
    NOT_SEEN,
    /** The same person entered before. */
    TWICE,
    /** Nobody knows who it is. */
    UNKNOWN
}
