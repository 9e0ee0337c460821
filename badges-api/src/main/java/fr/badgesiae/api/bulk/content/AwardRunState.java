package fr.badgesiae.api.bulk.content;

/** The state of a run. */
public enum AwardRunState {
    /** People and words can still change. */
    DRAFT,
    STARTED,
    /** Every person of it has an offer; its words are gone. */
    DONE
}
