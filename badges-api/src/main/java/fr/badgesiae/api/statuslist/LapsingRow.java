package fr.badgesiae.api.statuslist;

import java.util.UUID;

/** A list to sign again before it expires. */
public record LapsingRow(UUID organisationId, UUID listId) {}
