package fr.badgesiae.api.imports.content;

/** The state of an import. */
public enum ImportState {
    /** Decisions can still change; nobody is added. */
    DRAFT,
    /** A job adds people. */
    STARTED,
    /** A member stopped it; who was added stays. */
    STOPPED,
    DONE,
    /** A member took back whom it added. */
    TAKEN_BACK
}
