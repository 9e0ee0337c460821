package fr.badgesiae.api.account.member;

import java.util.UUID;

/** A member as the administrator sees them, deactivated ones included. */
public record MemberRow(UUID id, String login, String displayName, String passwordHash, String role, String state) {
    boolean active() {
        return "ACTIVE".equals(state);
    }
}
