package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.holder.Share;
import fr.badgesiae.api.organisation.OrganisationProfile;

/**
 * What an open share link leads to.
 *
 * @param share the link
 * @param credential the one edition it serves
 * @param organisation who awarded it, as registered
 */
record SharedBadge(Share share, IssuedCredential credential, OrganisationProfile organisation) {}
