package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential beside its award, for its holder. */
public record HeldBadgeRow(
        UUID id,
        UUID organisationId,
        CredentialState state,
        String achievementName,
        String imageUrl,
        LocalDate awardedOn,
        @Nullable String displayedName,
        boolean showsEvidence,
        @Nullable Instant validUntil,
        @Nullable Instant revokedAt,
        @Nullable PublicReason publicReason,
        String timeZone,
        @Nullable String seenBy,
        @Nullable Instant correctedAt,
        @Nullable Instant rewrittenAt,
        @Nullable String formerText,
        @Nullable Instant resumedAt,
        @Nullable UUID renewedBy,
        boolean isPublic) {

    HeldBadge badge() {
        return new HeldBadge(
                new CredentialId(id),
                new OrganisationId(organisationId),
                state,
                achievementName,
                imageUrl,
                awardedOn,
                displayedName,
                showsEvidence,
                validUntil,
                revokedAt,
                publicReason,
                FrenchZone.of(timeZone),
                seenBy,
                correctedAt,
                rewrittenAt,
                formerText,
                resumedAt,
                renewedBy == null ? null : new CredentialId(renewedBy),
                isPublic);
    }
}
