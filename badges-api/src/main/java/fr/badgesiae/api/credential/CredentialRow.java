package fr.badgesiae.api.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        @Nullable String displayedName,
        boolean showsEvidence,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable PublicReason publicReason,
        @Nullable String privateNote) {}
