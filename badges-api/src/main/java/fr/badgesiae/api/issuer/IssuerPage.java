package fr.badgesiae.api.issuer;

import fr.badgesiae.api.organisation.OrganisationProfile;

/**
 * What anybody may read about an issuer.
 *
 * @param did what its badges are signed as
 */
public record IssuerPage(OrganisationProfile issuer, String did, String didPath) {}
