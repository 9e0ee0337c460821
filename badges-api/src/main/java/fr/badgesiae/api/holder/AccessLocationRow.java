package fr.badgesiae.api.holder;

import java.util.UUID;

/** The holder and the card under a code. */
public record AccessLocationRow(UUID holderId, UUID accessId) {}
