package fr.badgesiae.api.share.words;

import fr.badgesiae.api.platform.html.PageContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the public page says first of a badge that no longer counts. The holder reads it before anybody else does. */
public final class PublicState {
    private PublicState() {}

    /**
     * The headline of the public page, in the zone of the context.
     *
     * @param revokedAt null unless the badge was revoked or paused
     * @param paused whether it may come back
     * @param validUntil null for a badge that does not expire
     * @return null for a badge that counts
     */
    public static @Nullable String of(
            PageContext context,
            @Nullable Instant revokedAt,
            boolean paused,
            @Nullable Instant validUntil,
            Instant now) {
        if (revokedAt != null) {
            return context.t(
                    paused ? "verification.headline.suspended" : "verification.headline.revoked",
                    context.date(revokedAt));
        }
        return validUntil == null || validUntil.isAfter(now)
                ? null
                : context.t("verification.headline.expired", context.date(validUntil));
    }
}
