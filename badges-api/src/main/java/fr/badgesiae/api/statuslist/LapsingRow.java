package fr.badgesiae.api.statuslist;

import java.util.UUID;

/** A list that must be signed again. */
public record LapsingRow(UUID organisationId, UUID listId) {}
