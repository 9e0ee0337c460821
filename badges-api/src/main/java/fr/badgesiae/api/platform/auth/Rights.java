package fr.badgesiae.api.platform.auth;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member may do.
 *
 * @param network whether they administer a network
 * @param held their rights in an organisation
 */
public record Rights(boolean network, Set<Right> held) {
    public Rights {
        held = Set.copyOf(held);
    }

    /** A right in an organisation, in the order of pages. The names are stored. */
    public enum Right {
        /** Drafts of offers. */
        PROPOSE,
        /** Offers, slips, in-person acceptance, correction, cancellation; includes PROPOSE and PRINT. */
        AWARD,
        /** Slips and cards. */
        PRINT,
        /** Revocation. */
        REVOKE,
        /** Badges. */
        PUBLISH,
        /** Profile, members, keys, imports. */
        MANAGE,
        /** PASS IAE and contacts. */
        REVEAL
    }

    /** The preset of a role. */
    public static Rights of(Role role) {
        return of(role, null);
    }

    /**
     * @param byHand the rights set by hand, or null for the preset of the role
     */
    public static Rights of(Role role, @Nullable Collection<Right> byHand) {
        return new Rights(role == Role.NETWORK_ADMIN, byHand == null ? role.preset() : Set.copyOf(byHand));
    }

    /** Whether they grant the permission. */
    public boolean may(Permission permission) {
        return switch (permission) {
            case NETWORK -> network;
            case JOURNAL -> network || held.contains(Right.MANAGE);
            case SIGNED_IN -> true;
            case DESK -> !held.isEmpty();
            case WORKER_NAMES -> held.stream().anyMatch(right -> right != Right.PROPOSE && right != Right.PUBLISH);
            case TEAM -> may(Permission.PROPOSE) && !may(Permission.WORKER_NAMES);
            case PROPOSE -> held.contains(Right.PROPOSE) || held.contains(Right.AWARD);
            case AWARD -> held.contains(Right.AWARD);
            case PRINT -> held.contains(Right.PRINT) || held.contains(Right.AWARD);
            case REVOKE -> held.contains(Right.REVOKE);
            case PUBLISH -> held.contains(Right.PUBLISH);
            case ORGANISATION -> held.contains(Right.MANAGE);
            case SENSITIVE -> held.contains(Right.REVEAL);
            case HOLDER, CLAIM -> false;
        };
    }
}
