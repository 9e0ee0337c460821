package fr.badgesiae.api.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as its network sees it.
 *
 * @param siret 14 digits
 * @param since the day of vetting
 * @param suspendedSince the first day of the pause, or null
 * @param suspendedReason why it is paused, or null
 */
public record NetworkOrganisation(
        UUID id,
        OrganisationKind kind,
        String siret,
        String legalName,
        String publicName,
        LocalDate since,
        @Nullable LocalDate suspendedSince,
        @Nullable String suspendedReason) {}
