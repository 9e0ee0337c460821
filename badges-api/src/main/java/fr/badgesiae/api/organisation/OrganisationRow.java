package fr.badgesiae.api.organisation;

import java.time.LocalDate;
import java.util.UUID;

/** One line of a network's list. */
public record OrganisationRow(
        UUID id,
        String kind,
        String siret,
        String legalName,
        String publicName,
        String state,
        LocalDate since,
        LocalDate suspendedSince,
        String suspendedReason) {}
