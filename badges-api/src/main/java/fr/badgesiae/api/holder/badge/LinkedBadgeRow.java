package fr.badgesiae.api.holder.badge;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A badge beside one of its links; a badge without links has one row whose {@code linkId} is null. The signed document stands
 * in the first row, once released.
 */
public record LinkedBadgeRow(
        @Nested HeldBadgeRow badge,
        @Nullable UUID linkId,
        @Nullable String label,
        @Nullable Instant endsAt,
        boolean open,
        long views,
        @Nested BadgeContact contact,
        @Nullable String document) {}
