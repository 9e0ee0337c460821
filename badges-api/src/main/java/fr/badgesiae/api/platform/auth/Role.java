package fr.badgesiae.api.platform.auth;

import java.util.Set;

/** The role of a member in their organisation, and its permissions. */
public enum Role {
    NETWORK_ADMIN(Permission.NETWORK, Permission.JOURNAL, Permission.SIGNED_IN),
    ORG_ADMIN(
            Permission.ORGANISATION,
            Permission.JOURNAL,
            Permission.DESK,
            Permission.WORKER_NAMES,
            Permission.SENSITIVE,
            Permission.SIGNED_IN),
    COUNSELLOR(Permission.DESK, Permission.WORKER_NAMES, Permission.SENSITIVE, Permission.SIGNED_IN);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; its type does not say so
    private final Set<Permission> granted;

    Role(Permission... granted) {
        this.granted = Set.of(granted);
    }

    /** Whether this role grants the permission. */
    public boolean may(Permission permission) {
        return granted.contains(permission);
    }
}
