package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights.Right;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A valid session as returned by {@code resume_session}. Its kind decides which ids are set. */
public record SessionRow(
        UUID sessionId,
        SessionKind kind,
        @Nullable UUID organisationId,
        @Nullable UUID accountId,
        @Nullable UUID holderId,
        @Nullable UUID offerId,
        boolean asleep,
        @Nullable String role,
        @Nullable List<Right> rights,
        @Nullable List<Right> lent,
        @Nullable String displayName,
        @Nullable String place,
        @Nullable String timeZone,
        boolean several,
        boolean paused) {
    HolderId holder() {
        return new HolderId(set(holderId));
    }

    OrganisationId organisation() {
        return new OrganisationId(set(organisationId));
    }

    AccountId account() {
        return new AccountId(set(accountId));
    }

    UUID offer() {
        return set(offerId);
    }

    /** The principal of a claim, on a slip or on a device that was passed over. */
    ClaimPrincipal claim() {
        return new ClaimPrincipal(
                organisation(), offer(), sessionId, set(place), zone(), accountId == null ? null : account());
    }

    /** The principal of a desk session. */
    Principal principal() {
        Role preset = Role.valueOf(set(role));
        return new Principal(
                account(),
                organisation(),
                preset,
                Rights.of(preset, rights).with(lent),
                set(displayName),
                set(place),
                sessionId,
                zone(),
                paused,
                several);
    }

    /** The zone of the organisation; for a holder, of that of their newest badge. */
    FrenchZone zone() {
        return timeZone == null ? FrenchZone.PARIS : FrenchZone.of(timeZone);
    }

    private <T> T set(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "missing in a session of kind " + kind);
    }
}
