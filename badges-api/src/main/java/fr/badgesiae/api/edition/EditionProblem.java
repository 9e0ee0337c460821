package fr.badgesiae.api.edition;

/** Why a choice is not signed, or not yet. */
public enum EditionProblem {
    /** It is recorded and will be signed in a moment: asking again finds it. */
    LATER,
    /** The name or the words are not those that the holder read. */
    CHANGED,
    /** The desk no longer has what this edition would say. */
    TOO_LATE,
    /** Our own verifier refuses it. */
    REFUSED,
    /** As many copies of the badge are in wallets as can be. */
    TOO_MANY_COPIES,
    /** Its holder withdrew the copy that the same offer led to. */
    WITHDRAWN
}
