package fr.badgesiae.api.privacy.erasure;

/** What an erasure led to. */
public enum Erased {
    ERASED,
    /** Erased before, or not there. */
    GONE,
    /** A badge is being signed: in a few seconds it will be done. */
    BUSY,
    /** A dispute needs it: nothing is erased before the hold ends. */
    HELD,
    /** The holder sees the badges of one organisation alone, since their space was reopened: the others are not theirs to erase yet. */
    LIMITED,
    /** No longer due: something new came since the job found it. */
    KEPT
}
