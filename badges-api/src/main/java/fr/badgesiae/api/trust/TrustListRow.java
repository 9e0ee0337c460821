package fr.badgesiae.api.trust;

import java.time.Instant;
import java.util.UUID;

/**
 * The newest signed list.
 *
 * @param content SHA-256 of its entries
 */
@SuppressWarnings("ArrayRecordComponent") // a row; never compared
public record TrustListRow(
        long sequence, UUID keyId, byte[] content, String document, Instant issuedAt, Instant expiresAt) {}
