package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation joined with its current network. */
public record ProfileRow(
        UUID id,
        OrganisationKind kind,
        @Nullable String siret,
        String legalName,
        String publicName,
        String description,
        String town,
        @Nullable String website,
        @Nullable String publicPhone,
        @Nullable String publicEmail,
        boolean showsLegalIdentity,
        OrganisationProfile.State state,
        String dataController,
        String dataRightsContact,
        String dataProtectionOfficer,
        String dataLegalBasis,
        String timeZone,
        String departements,
        @Nullable UUID networkId,
        @Nullable String networkName,
        @Nullable LocalDate vettedOn,
        @Nullable LocalDate suspendedSince,
        int revision) {
    Optional<OrganisationProfile.NetworkLink> network() {
        return networkId == null || networkName == null || vettedOn == null
                ? Optional.empty()
                : Optional.of(new OrganisationProfile.NetworkLink(
                        new OrganisationId(networkId), networkName, vettedOn, suspendedSince));
    }
}
