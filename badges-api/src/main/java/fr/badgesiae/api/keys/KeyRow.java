package fr.badgesiae.api.keys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public half of a key. */
public record KeyRow(
        UUID id,
        @Nullable UUID organisationId,
        KeyAlgorithm algorithm,
        int version,
        String publicJwk,
        String multikey,
        KeyState state,
        Instant notBefore,
        @Nullable Instant notAfter) {}
