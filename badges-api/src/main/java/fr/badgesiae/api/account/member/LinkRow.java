package fr.badgesiae.api.account.member;

import java.time.Instant;
import java.util.UUID;

/** A link as it is kept: without its token. */
public record LinkRow(UUID id, String kind, String role, UUID accountId, String label, Instant endsAt) {}
