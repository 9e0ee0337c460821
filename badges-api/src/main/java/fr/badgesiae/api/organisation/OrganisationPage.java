package fr.badgesiae.api.organisation;

import java.time.LocalDate;

/** One organisation as its network sees it. */
public record OrganisationPage(
        String id, String kind, String siret, String legalName, String publicName, LocalDate since) {}
