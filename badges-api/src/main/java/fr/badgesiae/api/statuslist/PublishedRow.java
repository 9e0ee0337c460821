package fr.badgesiae.api.statuslist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list as published.
 *
 * @param document the Bitstring Status List credential
 * @param token the Token Status List, or null while none was signed in this version
 */
public record PublishedRow(
        int version, String document, @Nullable String token, Instant validUntil) {}
