package fr.badgesiae.api.bulk.content;

/** The state of a run. */
public enum AwardRunState {
    /** People and words can still change. */
    DRAFT,
    STARTED,
    /** By a member; whoever waits has no offer until somebody goes on. */
    STOPPED,
    /** Every person of it has an offer; its words are gone. */
    DONE
}
