package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored single-use link, without its token.
 *
 * @param role of the account to create, or null
 * @param accountId whose password to set, or null
 */
public record Link(
        UUID id, Kind kind, @Nullable String role, @Nullable UUID accountId, String label, Instant endsAt) {
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

    /** The role of the account to create; only of a link that {@linkplain #joins() creates one}. */
    public String joinRole() {
        return Objects.requireNonNull(role, "a link that creates an account has a role");
    }

    /** The account whose password to set; only of a link that creates none. */
    public AccountId passwordOf() {
        return new AccountId(Objects.requireNonNull(accountId, "a link to a password has an account"));
    }
}
