package fr.badgesiae.api.credential;

import java.util.UUID;

/** A credential taken over from a finisher that did not come back. */
public record LeasedRow(UUID organisationId, UUID credentialId, UUID lease) {}
