package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.PersonId;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/** A row of {@code pathway} without the sealed number. */
public record PathwayRow(
        @PropagateNull UUID id,
        UUID workerId,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable PathwayExit exit,
        boolean hasPassIae,
        int revision) {

    Pathway pathway() {
        return new Pathway(new PathwayId(id), new PersonId(workerId), startsOn, endsOn, exit, hasPassIae, revision);
    }
}
