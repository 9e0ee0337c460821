package fr.badgesiae.api.account;

import java.util.UUID;

/** The organisation of an account, looked up by login. */
public record AccountLocationRow(UUID organisationId, UUID accountId) {}
