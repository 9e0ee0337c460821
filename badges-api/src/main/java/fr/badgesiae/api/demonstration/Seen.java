package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.observation.content.ObservationId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a member saw somebody do, and what that person says of it. */
final class Seen {
    private final Structure structure;
    private final Life person;
    private @Nullable ObservationId id;

    Seen(Structure structure, Life person) {
        this.structure = structure;
        this.person = person;
    }

    void is(ObservationId noted) {
        id = noted;
    }

    /** The person objects, in their space. */
    void objected(int daysAgo, Objection objection) {
        structure
                .timeline()
                .on(
                        daysAgo,
                        () -> structure
                                .past()
                                .features()
                                .observation()
                                .object()
                                .apply(person.holder(), Objects.requireNonNull(id, "nothing seen yet"), objection));
    }
}
