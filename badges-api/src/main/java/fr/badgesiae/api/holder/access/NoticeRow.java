package fr.badgesiae.api.holder.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of {@code notice_of_holder}; from {@code reopeningId} on null without a reopening. With the first desk file that an
 * organisation will erase, or nulls.
 */
public record NoticeRow(
        boolean cardShown,
        @Nullable Instant limitedUntil,
        boolean limited,
        boolean othersWait,
        @Nullable UUID reopeningId,
        @Nullable String publicName,
        @Nullable String publicPhone,
        @Nullable ReopeningState state,
        @Nullable Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable String timeZone,
        @Nullable String fileOf,
        @Nullable LocalDate fileFromOn,
        @Nullable LocalDate fileAnnouncedOn) {}
