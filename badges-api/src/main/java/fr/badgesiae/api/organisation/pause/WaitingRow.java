package fr.badgesiae.api.organisation.pause;

import java.util.UUID;

/** A membership with a pause that has not taken effect. */
public record WaitingRow(UUID networkId, UUID organisationId) {}
