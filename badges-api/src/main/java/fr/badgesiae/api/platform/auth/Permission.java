package fr.badgesiae.api.platform.auth;

/**
 * The permission that a route requires: of a member by {@link Rights}, the last two of a holder or a claimant by their session.
 * A route that changes something requires the permission of its act, not {@link #DESK} or {@link #WORKER_NAMES}.
 */
public enum Permission {
    /** Organisations, vetting, statistics. */
    NETWORK,
    /** Profile, keys, imports, erasure. */
    ORGANISATION,
    /** Members, their rights and delegations: the right to manage of one's own, not one that was lent. */
    MEMBERS,
    /** What was done: by an organisation, or by a network on its organisations. */
    JOURNAL,
    /** Reads the badges of the organisation: any right. */
    DESK,
    /** Reads names of people, their offers and badges: any right but those to propose and to publish. */
    WORKER_NAMES,
    /** Reads the people of the teams that were assigned to them: whoever may propose and reads no other names. */
    TEAM,
    /** Drafts of offers, with the names to choose from. */
    PROPOSE,
    /** Files of people, offers, in-person acceptance, correction, cancellation. */
    AWARD,
    /** Slips, cards and attestations on paper. */
    PRINT,
    /** Takes an award back. */
    REVOKE,
    /** Badges: drafts, publication, archive. */
    PUBLISH,
    /** PASS IAE and contacts, revealed with an audit line. */
    SENSITIVE,
    /** Any member. */
    SIGNED_IN,
    /** A holder in their own space. */
    HOLDER,
    /** A person who answers an offer: until then, and only for that offer. */
    CLAIM
}
