package fr.badgesiae.api.holder.badge;

/**
 * The organisation that a holder asks about a badge.
 *
 * @param publicPhone, publicEmail null where the organisation publishes none
 */
public record BadgeContact(String publicName, String publicPhone, String publicEmail) {}
