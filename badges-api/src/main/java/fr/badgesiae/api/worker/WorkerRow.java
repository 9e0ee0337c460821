package fr.badgesiae.api.worker;

import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code worker}. */
public record WorkerRow(
        UUID id,
        UUID organisationId,
        String firstName,
        String lastName,
        UUID subjectId,
        UUID holderId,
        LocalDate noticeGivenOn,
        int revision) {}
