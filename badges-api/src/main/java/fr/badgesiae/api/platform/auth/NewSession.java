package fr.badgesiae.api.platform.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session to insert. Its kind decides which ids are set. */
@SuppressWarnings("ArrayRecordComponent") // bound to a statement; never compared
public record NewSession(
        UUID id,
        SessionKind kind,
        byte[] tokenHash,
        @Nullable UUID organisation,
        @Nullable UUID account,
        @Nullable UUID holder,
        @Nullable UUID offer,
        Instant now,
        int idleSeconds,
        Instant endsAt) {}
