package fr.badgesiae.api.holder;

import java.util.UUID;

/** Where a share code leads. */
public record ShareLocationRow(UUID holderId, UUID shareLinkId) {}
