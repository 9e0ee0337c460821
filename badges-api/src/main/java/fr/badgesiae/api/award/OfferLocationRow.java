package fr.badgesiae.api.award;

import java.util.UUID;

/** Where a slip's code leads. */
public record OfferLocationRow(UUID organisationId, UUID offerId) {}
