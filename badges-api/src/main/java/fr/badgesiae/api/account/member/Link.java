package fr.badgesiae.api.account.member;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored single-use link, without its token.
 *
 * @param role of the account to create, or null
 * @param accountId whose password to set, or null
 */
public record Link(UUID id, Kind kind, String role, UUID accountId, String label, Instant endsAt) {
    /** What it does once. */
    public enum Kind {
        /** Creates an account. */
        JOIN,
        /** Sets a password. */
        PASSWORD
    }

    /** Whether it creates an account; otherwise it sets a password. */
    public boolean joins() {
        return kind == Kind.JOIN;
    }
}
