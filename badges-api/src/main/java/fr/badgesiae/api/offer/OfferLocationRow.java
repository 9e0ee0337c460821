package fr.badgesiae.api.offer;

import java.util.UUID;

/** Where a slip's code leads. */
public record OfferLocationRow(UUID organisationId, UUID offerId) {}
