package fr.badgesiae.api.organisation;

import java.time.LocalDate;
import java.util.UUID;

/** An organisation joined with its current network. */
public record ProfileRow(
        UUID id,
        OrganisationKind kind,
        String siret,
        String legalName,
        String publicName,
        String description,
        String website,
        String publicPhone,
        String publicEmail,
        boolean showsLegalIdentity,
        OrganisationProfile.State state,
        String dataController,
        String dataRightsContact,
        String dataProtectionOfficer,
        String dataLegalBasis,
        UUID networkId,
        String networkName,
        LocalDate vettedOn,
        LocalDate suspendedSince,
        int revision) {}
