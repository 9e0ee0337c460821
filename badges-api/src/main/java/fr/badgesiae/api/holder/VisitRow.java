package fr.badgesiae.api.holder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code holder_visit}, with the name that the phone had. */
public record VisitRow(
        UUID id, Instant at, String how, @Nullable String phone) {}
