package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.organisation.membership.Affiliation;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.TrustRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The badge behind an open share link.
 *
 * @param link the id of the link
 * @param organisation that awarded the badge
 * @param document the signed JSON exactly as released
 * @param jwt the same edition as a VC-JWT exactly as released
 * @param revokedAt null unless it was revoked or paused
 * @param reason of the revocation or the pause, or null
 * @param issuer the organisation as registered
 * @param affiliation its networks, as the holder shows them
 * @param zone of the organisation
 */
public record SharedBadge(
        UUID link,
        OrganisationId organisation,
        String document,
        String jwt,
        @Nullable Instant revokedAt,
        @Nullable PublicReason reason,
        Issuer issuer,
        Affiliation affiliation,
        FrenchZone zone) {

    /** Whether its organisation paused it: it may come back. */
    boolean paused() {
        return reason != null && reason.isPause();
    }

    /**
     * The organisation that awarded the badge.
     *
     * @param legalName, siret null where the organisation does not publish it
     * @param network the name of the network that vetted it, or null
     * @param description empty where the organisation gives none, as is {@code town}
     * @param suspendedSince first day of a pause of the membership, or null
     */
    public record Issuer(
            String name,
            @Nullable String legalName,
            @Nullable String siret,
            String description,
            String town,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String network,
            @Nullable LocalDate vettedOn,
            @Nullable LocalDate suspendedSince) {

        /** The entry of the registry of known issuers; empty where the organisation is in no network. */
        Optional<TrustRegistry.Entry> entry() {
            return network == null
                    ? Optional.empty()
                    : Optional.of(new TrustRegistry.Entry(name, siret, network, vettedOn, suspendedSince));
        }
    }
}
