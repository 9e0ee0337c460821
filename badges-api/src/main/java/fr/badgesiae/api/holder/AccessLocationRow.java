package fr.badgesiae.api.holder;

import java.util.UUID;

/** Where a card's code leads. */
public record AccessLocationRow(UUID holderId, UUID accessId) {}
