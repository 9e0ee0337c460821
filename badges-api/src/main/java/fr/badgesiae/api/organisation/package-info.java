/**
 * The organisations that sign badges and the networks that vet them. Knows nothing of members or badges. Start reading at
 * {@link fr.badgesiae.api.organisation.Organisations}.
 */
package fr.badgesiae.api.organisation;
