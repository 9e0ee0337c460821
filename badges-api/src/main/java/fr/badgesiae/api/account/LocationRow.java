package fr.badgesiae.api.account;

import java.util.UUID;

/** The organisation in which a look-up by secret or name found its row. */
public record LocationRow(UUID organisationId, UUID accountId) {}
