/**
 * The time zone of an organisation, in which its days begin and end. Uses no other room. Start at {@link
 * fr.badgesiae.api.organisation.zone.Zones}.
 */
package fr.badgesiae.api.organisation.zone;
