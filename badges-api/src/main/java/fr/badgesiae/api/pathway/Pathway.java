package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A worker's time in an organisation. The PASS IAE number is read by {@link RevealPassIae} alone.
 *
 * @param endsOn null without a known end
 * @param hasPassIae whether a number is stored
 * @param revision the one that saving replaces
 */
record Pathway(
        PathwayId id,
        PersonId person,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean hasPassIae,
        int revision) {}
