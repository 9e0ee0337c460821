/**
 * Memberships of organisations in networks, with their dates. Start reading at {@link
 * fr.badgesiae.api.organisation.membership.Affiliation}.
 */
package fr.badgesiae.api.organisation.membership;
