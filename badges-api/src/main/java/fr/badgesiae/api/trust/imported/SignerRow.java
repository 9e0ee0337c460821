package fr.badgesiae.api.trust.imported;

import java.time.Instant;
import java.util.UUID;

/**
 * A pinned signer and its newest accepted list.
 *
 * @param problem why the last try brought no list, or null
 * @param sequence of the last accepted list, or 0; likewise acceptedAt, issuedAt and expiresAt are null before the first
 * @param leftOut how many entries of it name no DID
 */
public record SignerRow(
        UUID id,
        String name,
        String did,
        String address,
        Instant pinnedAt,
        Instant triedAt,
        ImportProblem problem,
        long sequence,
        Instant acceptedAt,
        Instant issuedAt,
        Instant expiresAt,
        int entries,
        int leftOut) {}
