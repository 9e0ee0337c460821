package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A badge as its holder sees it, from whichever organisation.
 *
 * @param organisation that awarded it
 * @param displayedName the name that the badge bears, or null
 * @param validUntil null for a badge that does not expire
 * @param revokedAt null unless it was revoked
 * @param publicReason null unless it was revoked
 * @param zone of the organisation that awarded it
 * @param seenBy the name of that organisation; null once it has erased its file of the person
 * @param correctedAt when it took the place of one with another name, or null
 * @param rewrittenAt when its organisation corrected its text, or null
 * @param formerText its name, description and criteria before that, each on a line, or null
 * @param resumedAt when it came back from a pause, or null
 * @param renewedBy the badge that took its place, or null
 * @param isPublic whether everybody can read it, in the form of Open Badges 2.0
 */
public record HeldBadge(
        CredentialId id,
        OrganisationId organisation,
        CredentialState state,
        String achievementName,
        String imageUrl,
        LocalDate awardedOn,
        @Nullable String displayedName,
        boolean showsEvidence,
        @Nullable Instant validUntil,
        @Nullable Instant revokedAt,
        @Nullable PublicReason publicReason,
        FrenchZone zone,
        @Nullable String seenBy,
        @Nullable Instant correctedAt,
        @Nullable Instant rewrittenAt,
        @Nullable String formerText,
        @Nullable Instant resumedAt,
        @Nullable CredentialId renewedBy,
        boolean isPublic) {
    private static final Duration TOLD = Duration.ofDays(60);

    /** Whether its signed documents are released, revoked since or not. */
    public boolean released() {
        return inForce() || revoked();
    }

    public boolean inForce() {
        return state == CredentialState.ISSUED;
    }

    public boolean revoked() {
        return state == CredentialState.REVOKED;
    }

    /** Whether its organisation paused it: it may come back. */
    public boolean paused() {
        return publicReason != null && publicReason.isPause();
    }

    /** The message key of its state, when it does not count: paused, renewed or revoked. */
    public String withdrawnKey() {
        return paused()
                ? "holder.state.paused"
                : publicReason == PublicReason.RENEWED ? "holder.state.renewed" : "holder.state.revoked";
    }

    /** Whether its holder is told that it counts again. */
    public boolean resumed() {
        return inForce() && resumedAt != null;
    }

    /** Whether its holder is still told in the list that its organisation corrected its text. */
    boolean newlyRewritten(Instant at) {
        return inForce() && rewrittenAt != null && rewrittenAt.plus(TOLD).isAfter(at);
    }

    /** Whether its holder is still told in the list that it shows a corrected name. */
    boolean newlyCorrected(Instant at) {
        return inForce() && correctedAt != null && correctedAt.plus(TOLD).isAfter(at);
    }

    boolean expired(Instant at) {
        return validUntil != null && !validUntil.isAfter(at);
    }
}
