package fr.badgesiae.api.bulk.life;

/** What an act does to one badge, or did. */
public enum LifeOutcome {
    DONE,
    /** It is paused, replaced or revoked. */
    NOT_IN_FORCE,
    NOT_PAUSED,
    LAPSED,
    REVOKED_BEFORE,
    /** An offer renews it already. */
    RENEWAL_OPEN,
    /** Its badge is not offered any more. */
    NO_VERSION,
    /** It is paused: its text is replaced once it is back. */
    RESUME_FIRST,
    /** Recorded, to be signed within a minute. */
    RECORDED,
    /** Something of it waits for its signature. */
    BEING_SIGNED,
    /** The newest version of its text is another than was read. */
    CHANGED,
    /** More than words changed in the newest version: a renewal asks the person. */
    RENEW_INSTEAD,
    /** It has the newest version of its text. */
    SAME_TEXT,
    /** The newest version asks for other words: it is offered by itself. */
    WORDS_MISSING,
    /** The organisation may not offer for now. */
    PAUSED,
    /** The person was not given the information sheet. */
    SHEET_MISSING,
    /** No badge of the organisation any more, or another stands in its place. */
    GONE,
    /** Something failed; it can be tried again. */
    FAILED
}
