/**
 * The logo of an organisation: uploaded by its administrators, shown to anybody beside its name. Uses the images of badges.
 * Start reading at {@link fr.badgesiae.api.logo.LogoDocuments}.
 */
package fr.badgesiae.api.logo;
