package fr.badgesiae.api.claim.lost;

import org.jspecify.annotations.Nullable;

/**
 * The organisation that helps.
 *
 * @param organisation its public name
 * @param phone null where it publishes none
 */
public record Contact(String organisation, @Nullable String phone) {}
