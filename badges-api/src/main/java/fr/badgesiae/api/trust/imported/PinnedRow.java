package fr.badgesiae.api.trust.imported;

import java.util.UUID;

/** Where a pinned signer is. */
public record PinnedRow(UUID organisationId, UUID signerId) {}
