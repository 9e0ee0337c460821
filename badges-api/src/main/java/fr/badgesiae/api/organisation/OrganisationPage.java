package fr.badgesiae.api.organisation;

import java.time.LocalDate;

/**
 * One organisation as its network sees it.
 *
 * @param pausedSince null while the network answers for it
 * @param reason why it is paused, or null
 * @param administered whether somebody looks after it already
 */
public record OrganisationPage(
        String id,
        String kind,
        String siret,
        String legalName,
        String publicName,
        LocalDate since,
        LocalDate pausedSince,
        String reason,
        boolean administered) {}
