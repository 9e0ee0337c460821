package fr.badgesiae.api.credential.history;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One act on a badge. Later editions are the holder's: what happened to them stands here only as far as it happened to the badge.
 *
 * @param who the name of the member, or null for an act of nobody at the desk
 * @param reason that the public reads, the name of a {@code PublicReason}, or null
 * @param note for the organisation only, or null
 */
public record BadgeAct(
        Instant at,
        Code code,
        @Nullable String who,
        @Nullable String reason,
        @Nullable String note) {
    /** The audit codes that a history shows. */
    public enum Code {
        OFFER_MADE,
        OFFER_CORRECTED,
        OFFER_ACCEPTED,
        CREDENTIAL_SIGNED,
        CREDENTIAL_REISSUED,
        CREDENTIAL_PAUSED,
        CREDENTIAL_RESUMED,
        CREDENTIAL_TEXT_REPLACED,
        CREDENTIAL_RENEWED,
        CREDENTIAL_REVOKED,
        CREDENTIAL_WITHDRAWN
    }

    /**
     * The acts on a badge and on what it took the place of, oldest first, at most 200.
     *
     * @param badge as it was accepted
     */
    public static List<BadgeAct> list(Handle handle, OrganisationId organisation, UUID badge) {
        String[] codes = Arrays.stream(Code.values()).map(Enum::name).toArray(String[]::new);
        return handle.attach(BadgeHistoryDao.class).acts(badge, organisation.value(), codes);
    }

    /** The same without what only some members read. */
    public BadgeAct withoutNote() {
        return new BadgeAct(at, code, who, reason, null);
    }
}
