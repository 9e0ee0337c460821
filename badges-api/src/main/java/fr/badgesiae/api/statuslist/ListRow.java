package fr.badgesiae.api.statuslist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list to be signed. */
@SuppressWarnings("ArrayRecordComponent") // a row; never compared
public record ListRow(
        UUID id,
        UUID organisationId,
        byte[] bits,
        int version,
        @Nullable Instant validUntil) {}
