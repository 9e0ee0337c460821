package fr.badgesiae.api.trust.imported;

import java.util.UUID;

/** The ids of a pinned signer and its network. */
public record PinnedRow(UUID organisationId, UUID signerId) {}
