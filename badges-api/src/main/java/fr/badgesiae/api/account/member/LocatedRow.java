package fr.badgesiae.api.account.member;

import java.util.UUID;

/** Where an account or a link lives. */
public record LocatedRow(UUID organisationId, UUID id) {}
