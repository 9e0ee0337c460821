/**
 * Organisations that sign badges, and networks that vet them. No dependency on members or badges. Start reading at {@link
 * fr.badgesiae.api.organisation.Organisations}.
 */
package fr.badgesiae.api.organisation;
