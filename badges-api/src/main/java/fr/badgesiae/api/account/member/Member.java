package fr.badgesiae.api.account.member;

import java.util.UUID;

/** A member as administrators see them, deactivated ones included. */
public record Member(UUID id, String login, String displayName, String role, String state) {
    boolean active() {
        return "ACTIVE".equals(state);
    }
}
