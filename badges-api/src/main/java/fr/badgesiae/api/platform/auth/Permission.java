package fr.badgesiae.api.platform.auth;

/** The permission that a route requires: the first seven by a member's role, the last two by a worker's session. */
public enum Permission {
    /** Organisations, vetting, statistics. */
    NETWORK,
    /** Profile, members, keys. */
    ORGANISATION,
    /** What was done: by an organisation, or by a network on its organisations. */
    JOURNAL,
    /** Badges, workers, offers, slips, in-person acceptance, revocation. */
    DESK,
    /** Names and badges of workers. */
    WORKER_NAMES,
    /** PASS IAE and contacts, revealed with an audit line. */
    SENSITIVE,
    /** Any member. */
    SIGNED_IN,
    /** A holder in their own space. */
    HOLDER,
    /** A person who answers an offer: until then, and only for that offer. */
    CLAIM
}
