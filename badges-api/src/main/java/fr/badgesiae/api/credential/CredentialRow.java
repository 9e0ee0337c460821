package fr.badgesiae.api.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A credential and its award, without signed documents. */
public record CredentialRow(
        UUID id,
        UUID awardId,
        UUID offerId,
        UUID organisationId,
        UUID workerId,
        UUID holderId,
        CredentialState state,
        UUID statusListId,
        int statusIndex,
        String achievementName,
        String imageUrl,
        LocalDate awardedOn,
        String displayedName,
        boolean showsEvidence,
        Instant validFrom,
        Instant validUntil,
        Instant issuedAt,
        Instant revokedAt,
        PublicReason publicReason,
        String privateNote) {}
