package fr.badgesiae.api.offer;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code offer}. */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record OfferRow(
        UUID id,
        UUID organisationId,
        UUID workerId,
        UUID achievementVersionId,
        String narrative,
        String evidence,
        String state,
        String dispute,
        UUID offeredBy,
        Instant createdAt,
        Instant offeredAt,
        Instant endsAt,
        String pinHash,
        byte[] codeSealed,
        byte[] pinSealed,
        int failedPins,
        int prints) {}
