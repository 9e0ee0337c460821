package fr.badgesiae.api.claim;

import java.util.UUID;

/** The offer that a slip's code leads to. */
public record SlipLocationRow(UUID organisationId, UUID offerId) {}
