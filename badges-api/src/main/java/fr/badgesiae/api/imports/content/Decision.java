package fr.badgesiae.api.imports.content;

/** What happens to a line when the import starts. */
public enum Decision {
    ADD,
    LEAVE,
    /** Nothing until somebody has looked at it. */
    ASK
}
