package fr.badgesiae.api.credential;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edition for other features, without its signed documents: see {@link Credentials#signed}.
 *
 * @param url its {@code id}
 * @param achievementName as signed
 * @param imageUrl of the badge
 * @param awardedOn the day it was first awarded
 * @param displayedName the name it shows, or null
 * @param validUntil null for a badge that does not lapse
 * @param issuedAt null until it is issued
 * @param revokedAt null unless it was revoked
 * @param publicReason null unless it was revoked
 */
public record IssuedCredential(
        CredentialId id,
        UUID awardId,
        UUID offerId,
        OrganisationId organisation,
        PersonId person,
        HolderId holder,
        CredentialState state,
        String url,
        String achievementName,
        String imageUrl,
        LocalDate awardedOn,
        @Nullable String displayedName,
        boolean showsEvidence,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable PublicReason publicReason) {

    /** Whether its organisation paused it: it may come back. */
    public boolean paused() {
        return publicReason != null && publicReason.isPause();
    }

    /** Whether its signed documents are released, revoked since or not. */
    public boolean released() {
        return state.released();
    }
}
