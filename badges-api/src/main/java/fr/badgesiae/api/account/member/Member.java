package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as administrators see them, deactivated ones included.
 *
 * @param byHand the rights that are set by hand, or null for the preset of the role
 * @param rightsRevision counts changes of role and rights
 */
public record Member(
        UUID id,
        String login,
        String displayName,
        Role role,
        @Nullable List<Right> byHand,
        int rightsRevision,
        State state) {
    /** Whether a member may sign in. */
    public enum State {
        ACTIVE,
        DEACTIVATED
    }

    boolean active() {
        return state == State.ACTIVE;
    }

    /** What they may do. */
    Rights rights() {
        return Rights.of(role, byHand);
    }
}
