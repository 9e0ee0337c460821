package fr.badgesiae.api.holder;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code holder_visit}. */
public record VisitRow(UUID id, Instant at, String how) {}
