package fr.badgesiae.api.holder.badge;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** A badge beside one of its links; a badge without links has one row whose {@code linkId} is null. */
public record LinkedBadgeRow(
        @Nested HeldBadgeRow badge, UUID linkId, String label, Instant endsAt, boolean open, long views) {}
