package fr.badgesiae.api.achievement;

import java.time.Instant;
import java.util.UUID;

/** A published version without its image bytes. */
public record VersionRow(
        UUID id,
        UUID achievementId,
        UUID organisationId,
        int version,
        String content,
        String imageType,
        Instant publishedAt) {}
