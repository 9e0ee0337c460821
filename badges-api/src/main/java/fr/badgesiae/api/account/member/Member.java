package fr.badgesiae.api.account.member;

import java.util.UUID;

/** A member as administrators see them, deactivated ones included. */
public record Member(UUID id, String login, String displayName, String role, State state) {
    /** Whether a member may sign in. */
    public enum State {
        ACTIVE,
        DEACTIVATED
    }

    boolean active() {
        return state == State.ACTIVE;
    }
}
