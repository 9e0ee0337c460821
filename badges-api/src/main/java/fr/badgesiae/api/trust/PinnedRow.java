package fr.badgesiae.api.trust;

import java.util.UUID;

/** Where a pinned signer is. */
public record PinnedRow(UUID organisationId, UUID signerId) {}
