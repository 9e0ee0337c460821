package fr.badgesiae.api.holder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code holder_access}: the card in force, with the contact of the holder's organisation.
 *
 * @param codeSealed null once the card was used
 * @param publicName null where no worker is bound to the holder
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record CardRow(
        UUID id,
        byte @Nullable [] codeSealed,
        String pinHash,
        @Nullable Instant confirmedAt,
        Instant createdAt,
        @Nullable String publicName,
        @Nullable String publicPhone) {}
