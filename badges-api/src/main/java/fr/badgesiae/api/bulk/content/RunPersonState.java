package fr.badgesiae.api.bulk.content;

/** What became of one person of a run. */
public enum RunPersonState {
    /** Waits for the run. */
    CHOSEN,
    OFFERED,
    /** For a reason; can be tried again. */
    FAILED
}
