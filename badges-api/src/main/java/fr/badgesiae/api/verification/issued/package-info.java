/**
 * The desk's page of a badge that the organisation issued: its card, as everybody reads it. Revokes nothing. Start reading at
 * {@link fr.badgesiae.api.verification.issued.IssuedBadgePages}.
 */
package fr.badgesiae.api.verification.issued;
