package fr.badgesiae.api.request.content;

/** Why a request is refused; the person reads it. The constants equal the CHECK of {@code badge_request.reason}. */
public enum RefusalReason {
    /** Nobody saw it yet. */
    NOT_SEEN,
    /** Some criteria are not met yet. */
    NOT_YET,
    /** They have this badge already. */
    HAS_IT,
    /** Another badge fits better. */
    OTHER_BADGE,
    /** The organisation has no such badge. */
    NOT_HERE
}
