package fr.badgesiae.api.credential;

import java.time.Instant;
import java.util.UUID;

/** A new row of {@code credential}. */
public record PreparedCredential(
        UUID id,
        UUID organisation,
        UUID award,
        UUID person,
        UUID holder,
        UUID statusList,
        int statusIndex,
        String achievementName,
        String imageUrl,
        String displayedName,
        NameChoice nameChoice,
        boolean showsEvidence,
        Instant validFrom,
        Instant validUntil,
        String payload,
        UUID lease,
        Instant leaseUntil,
        Instant now) {}
