package fr.badgesiae.api.achievement;

import java.util.UUID;

/** A draft with its state; {@code versions} counts what was published so far. */
public record AchievementRow(
        UUID id,
        UUID organisationId,
        String state,
        String content,
        String name,
        String imageType,
        int revision,
        int versions) {}
