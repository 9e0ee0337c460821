package fr.badgesiae.api.account;

import java.util.UUID;

/** An account with its membership and password hash. */
public record AccountRow(
        UUID accountId, UUID organisationId, String login, String displayName, String passwordHash, String role) {}
