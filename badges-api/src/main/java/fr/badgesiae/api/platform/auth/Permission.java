package fr.badgesiae.api.platform.auth;

/** What a route asks for. The first five are a member's, by role; the last two are a worker's, by what they hold. */
public enum Permission {
    /** Organisations, vetting, figures. */
    NETWORK,
    /** Profile, members, keys. */
    ORGANISATION,
    /** Badges, workers, offers, slips, in-person acceptance, revocation. */
    DESK,
    /** Names and badges of workers. */
    WORKER_NAMES,
    /** PASS IAE and contacts, revealed with an audit line. */
    SENSITIVE,
    /** Any member. */
    SIGNED_IN,
    /** Somebody in their own space. */
    HOLDER,
    /** Somebody whose slip and PIN were right, until the offer is answered. */
    CLAIM
}
