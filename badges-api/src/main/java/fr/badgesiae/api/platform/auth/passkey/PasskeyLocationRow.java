package fr.badgesiae.api.platform.auth.passkey;

import java.util.UUID;

/** The holder and the passkey under a credential id. */
public record PasskeyLocationRow(UUID holderId, UUID passkeyId) {}
