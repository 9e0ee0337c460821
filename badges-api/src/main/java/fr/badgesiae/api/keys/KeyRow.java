package fr.badgesiae.api.keys;

import java.time.Instant;
import java.util.UUID;

/** The public half of a key. */
public record KeyRow(
        UUID id,
        UUID organisationId,
        KeyAlgorithm algorithm,
        int version,
        String publicJwk,
        String multikey,
        KeyState state,
        Instant notBefore,
        Instant notAfter) {}
