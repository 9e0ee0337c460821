package fr.badgesiae.api.platform.auth;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a member may do.
 *
 * @param network whether they administer a network
 * @param held their own rights in an organisation
 * @param lent rights of somebody else, until a day
 */
public record Rights(boolean network, Set<Right> held, Set<Right> lent) {
    public Rights {
        held = Set.copyOf(held);
        lent = Set.copyOf(lent);
    }

    /** Nothing is lent. */
    public Rights(boolean network, Set<Right> held) {
        this(network, held, Set.of());
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

    /** The same, with rights lent by somebody else. */
    public Rights with(@Nullable Collection<Right> more) {
        return more == null ? this : new Rights(network, held, Set.copyOf(more));
    }

    private boolean has(Right right) {
        return held.contains(right) || lent.contains(right);
    }

    /** Whether they grant the permission. */
    public boolean may(Permission permission) {
        return switch (permission) {
            case NETWORK -> network;
            case JOURNAL -> network || has(Right.MANAGE);
            case SIGNED_IN -> true;
            case DESK -> !held.isEmpty() || !lent.isEmpty();
            case WORKER_NAMES ->
                Stream.concat(held.stream(), lent.stream())
                        .anyMatch(right -> right != Right.PROPOSE && right != Right.PUBLISH);
            case TEAM -> may(Permission.PROPOSE) && !may(Permission.WORKER_NAMES);
            case PROPOSE -> has(Right.PROPOSE) || has(Right.AWARD);
            case AWARD -> has(Right.AWARD);
            case PRINT -> has(Right.PRINT) || has(Right.AWARD);
            case REVOKE -> has(Right.REVOKE);
            case PUBLISH -> has(Right.PUBLISH);
            case ORGANISATION -> has(Right.MANAGE);
            // What lasts longer than a delegation needs a right of one's own.
            case MEMBERS -> held.contains(Right.MANAGE);
            case SENSITIVE -> has(Right.REVEAL);
            case HOLDER, CLAIM -> false;
        };
    }
}
