package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.OrganisationProfile;

/** The information notice (RGPD, articles 13 and 14) to print and hand over. */
public record NoticePage(Person person, OrganisationProfile organisation) {}
