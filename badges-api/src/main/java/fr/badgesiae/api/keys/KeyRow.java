package fr.badgesiae.api.keys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key.
 *
 * @param multikey null for RSA
 */
public record KeyRow(
        UUID id,
        @Nullable UUID organisationId,
        KeyAlgorithm algorithm,
        int version,
        String publicJwk,
        @Nullable String multikey,
        KeyState state,
        Instant notBefore,
        @Nullable Instant notAfter) {}
