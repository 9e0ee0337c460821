package fr.badgesiae.api.trust;

import java.time.Instant;
import java.util.UUID;

/**
 * Our newest signed list.
 *
 * @param content SHA-256 of what it says
 */
@SuppressWarnings("ArrayRecordComponent") // a row; never compared
public record TrustListRow(
        long sequence, UUID keyId, byte[] content, String document, Instant issuedAt, Instant expiresAt) {}
