package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code worker}. */
public record PersonRow(
        UUID id,
        UUID organisationId,
        String firstName,
        String lastName,
        UUID subjectId,
        @Nullable UUID holderId,
        @Nullable LocalDate noticeGivenOn,
        PersonKind kind,
        int revision,
        Instant createdAt) {}
