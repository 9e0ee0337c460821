package fr.badgesiae.api.platform.auth;

/** What a member is in their organisation, and what that lets them do. */
public enum Role {
    NETWORK_ADMIN,
    ORG_ADMIN,
    COUNSELLOR;

    /** Whether a member in this role passes a route that asks for the permission. */
    public boolean may(Permission permission) {
        return switch (permission) {
            case SIGNED_IN -> true;
            case NETWORK -> this == NETWORK_ADMIN;
            case ORGANISATION -> this == ORG_ADMIN;
            case DESK, WORKER_NAMES, SENSITIVE -> this == ORG_ADMIN || this == COUNSELLOR;
            case HOLDER, CLAIM -> false;
        };
    }
}
