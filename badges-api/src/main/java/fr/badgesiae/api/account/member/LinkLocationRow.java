package fr.badgesiae.api.account.member;

import java.util.UUID;

/** The organisation of a link, looked up by token. */
public record LinkLocationRow(UUID organisationId, UUID id) {}
