package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A worker's time in an organisation. The PASS IAE number is read by {@link RevealPassIae} alone.
 *
 * @param endsOn null without a known end
 * @param exit null while it goes on, or where nobody said
 * @param hasPassIae whether a number is stored
 * @param revision the one that saving replaces
 */
record Pathway(
        PathwayId id,
        PersonId person,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable PathwayExit exit,
        boolean hasPassIae,
        int revision) {}
