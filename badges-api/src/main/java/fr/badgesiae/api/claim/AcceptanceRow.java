package fr.badgesiae.api.claim;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code acceptance}. */
public record AcceptanceRow(
        UUID id,
        UUID organisationId,
        UUID offerId,
        UUID holderId,
        UUID credentialId,
        String how,
        Instant acceptedAt,
        Instant withdrawnAt) {}
