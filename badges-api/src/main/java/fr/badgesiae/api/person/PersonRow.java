package fr.badgesiae.api.person;

import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code worker}. */
public record PersonRow(
        UUID id,
        UUID organisationId,
        String firstName,
        String lastName,
        UUID subjectId,
        UUID holderId,
        LocalDate noticeGivenOn,
        int revision) {}
