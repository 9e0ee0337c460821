package fr.badgesiae.api.holder;

import org.jspecify.annotations.Nullable;

/**
 * Whom a holder turns to: the organisation whose worker they are.
 *
 * @param phone null where it publishes none
 */
public record CardContact(String organisation, @Nullable String phone) {}
