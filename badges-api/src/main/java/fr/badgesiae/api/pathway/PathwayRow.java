package fr.badgesiae.api.pathway;

import java.time.LocalDate;
import java.util.UUID;

/** A pathway; the number itself stays in the table until somebody asks for it. */
public record PathwayRow(
        UUID id, UUID workerId, LocalDate startsOn, LocalDate endsOn, boolean hasPassIae, int revision) {}
