package fr.badgesiae.api.holder.badge;

import org.jspecify.annotations.Nullable;

/**
 * The organisation that a holder asks about a badge.
 *
 * @param publicPhone, publicEmail null where the organisation publishes none
 * @param town empty where it gives none
 */
public record BadgeContact(
        String publicName,
        @Nullable String publicPhone,
        @Nullable String publicEmail,
        String town) {}
