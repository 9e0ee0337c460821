package fr.badgesiae.api.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code share_link} beside what its badge says of itself. */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record ShownLinkRow(
        UUID id,
        UUID organisationId,
        UUID holderId,
        UUID credentialId,
        UUID badgeId,
        byte[] codeSealed,
        String label,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant switchedOffAt,
        long views,
        @Nullable Instant lastViewedAt,
        String achievementName,
        @Nullable String displayedName,
        boolean showsEvidence,
        @Nullable Instant revokedAt,
        boolean paused,
        @Nullable Instant validUntil,
        boolean showsNetwork,
        @Nullable String network,
        String issuer,
        LocalDate awardedOn,
        String timeZone) {}
