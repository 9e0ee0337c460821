package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a P-256 key of an organisation, with its past: for readers that judge without a network.
 *
 * @param kid its thumbprint (RFC 7638)
 * @param x first coordinate, base64url
 * @param y second coordinate, base64url
 * @param from first instant at which it signed
 * @param until last one; null while it signs
 */
public record PublishedKey(
        OrganisationId organisation,
        String kid,
        String x,
        String y,
        KeyState state,
        Instant from,
        @Nullable Instant until) {}
