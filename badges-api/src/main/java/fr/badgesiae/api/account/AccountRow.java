package fr.badgesiae.api.account;

import java.util.UUID;

/** A member's way in. */
public record AccountRow(
        UUID accountId, UUID organisationId, String login, String displayName, String passwordHash, String role) {}
