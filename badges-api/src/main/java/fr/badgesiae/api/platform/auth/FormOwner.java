package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.Ids;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose page a form stood on. The form may be sent in a later session of the same owner.
 *
 * @param kind the session that the page needed
 * @param id the account, the holder, or the offer
 * @param organisation of the account or the offer; null for holders
 */
public record FormOwner(SessionKind kind, UUID id, @Nullable UUID organisation) {
    private static final String BETWEEN = "~";

    /** The owner of the pages of this request; empty on pages open to everybody. */
    public static Optional<FormOwner> of(ContainerRequestContext request) {
        if (request.getProperty(Principal.PROPERTY) instanceof Principal member) {
            return Optional.of(new FormOwner(
                    SessionKind.DESK,
                    member.account().value(),
                    member.organisation().value()));
        }
        if (request.getProperty(ClaimPrincipal.PROPERTY) instanceof ClaimPrincipal claim) {
            return Optional.of(new FormOwner(
                    SessionKind.CLAIM, claim.offer(), claim.organisation().value()));
        }
        if (request.getProperty(HolderPrincipal.PROPERTY) instanceof HolderPrincipal holder) {
            return Optional.of(new FormOwner(SessionKind.HOLDER, holder.holder().value(), null));
        }
        return Optional.empty();
    }

    /** The inverse of {@link #text}; empty for anything else. */
    public static Optional<FormOwner> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        try {
            return parts.length < 2 || parts.length > 3
                    ? Optional.empty()
                    : Optional.of(new FormOwner(
                            SessionKind.valueOf(parts[0]),
                            Ids.parse(parts[1]),
                            parts.length == 3 ? Ids.parse(parts[2]) : null));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether both are one account in two organisations. */
    boolean isElsewhere(FormOwner other) {
        return kind == SessionKind.DESK && other.kind == SessionKind.DESK && id.equals(other.id) && !equals(other);
    }

    /** In a line of visible ASCII characters. */
    public String text() {
        return kind + BETWEEN + id + (organisation == null ? "" : BETWEEN + organisation);
    }
}
