package fr.badgesiae.api.trust.imported;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pinned signer and its newest accepted list.
 *
 * @param problem why the last fetch brought no list, or null
 * @param sequence number of the last accepted list, or 0; acceptedAt, issuedAt and expiresAt are null before the first
 * @param leftOut number of its entries that name no DID
 */
public record SignerRow(
        UUID id,
        String name,
        String did,
        String address,
        Instant pinnedAt,
        @Nullable Instant triedAt,
        @Nullable ImportProblem problem,
        long sequence,
        @Nullable Instant acceptedAt,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        int entries,
        int leftOut) {}
