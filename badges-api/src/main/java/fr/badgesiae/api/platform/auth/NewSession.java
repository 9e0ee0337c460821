package fr.badgesiae.api.platform.auth;

import java.time.Instant;
import java.util.UUID;

/** A session about to begin; which ids it has depends on its kind. */
@SuppressWarnings("ArrayRecordComponent") // on its way to a row; never compared
public record NewSession(
        UUID id,
        String kind,
        byte[] tokenHash,
        UUID organisation,
        UUID account,
        UUID holder,
        UUID offer,
        Instant now,
        int idleSeconds,
        Instant endsAt) {}
