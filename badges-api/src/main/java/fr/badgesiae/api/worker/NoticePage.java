package fr.badgesiae.api.worker;

import fr.badgesiae.api.organisation.OrganisationProfile;

/** The information notice (RGPD, articles 13 and 14) to print and hand over. */
public record NoticePage(Worker worker, OrganisationProfile organisation) {}
