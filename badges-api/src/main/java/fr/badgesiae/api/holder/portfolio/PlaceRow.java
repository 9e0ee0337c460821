package fr.badgesiae.api.holder.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One badge of a link to several. */
public record PlaceRow(
        UUID badgeId,
        String achievementName,
        @Nullable String displayedName,
        boolean showsEvidence,
        @Nullable Instant revokedAt,
        boolean paused,
        @Nullable Instant validUntil,
        String issuer,
        String timeZone,
        @Nullable String network) {}
