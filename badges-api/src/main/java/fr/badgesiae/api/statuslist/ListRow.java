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
        @Nullable Instant validUntil,
        @Nullable Integer tokenVersion) {

    /** Whether both signed forms have all bits and last until an instant. */
    boolean isSignedUntil(Instant instant) {
        return validUntil != null && !validUntil.isBefore(instant) && tokenVersion != null && tokenVersion == version;
    }
}
