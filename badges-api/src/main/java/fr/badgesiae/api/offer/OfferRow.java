package fr.badgesiae.api.offer;

import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code offer}, joined with its {@code worker} and its {@code achievement_version}. */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record OfferRow(
        UUID id,
        UUID organisationId,
        UUID workerId,
        String firstName,
        String lastName,
        UUID subjectId,
        @Nullable UUID holderId,
        @Nullable LocalDate noticeGivenOn,
        PersonKind kind,
        UUID achievementVersionId,
        UUID achievementId,
        int version,
        String content,
        String narrative,
        String evidence,
        String state,
        @Nullable String dispute,
        UUID offeredBy,
        Instant createdAt,
        Instant endsAt,
        boolean slipOpens,
        byte @Nullable [] codeSealed,
        byte @Nullable [] pinSealed,
        int failedPins,
        @Nullable UUID renewsBadge,
        int prints,
        @Nullable String follower) {}
