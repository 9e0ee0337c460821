package fr.badgesiae.api.event;

import fr.badgesiae.api.event.content.EntryId;
import fr.badgesiae.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that waits for the desk.
 *
 * @param name as typed; empty with a card
 * @param owner the person of the card, or null
 * @param twice whether another waiting entry has the same name or card
 * @param candidates people of the organisation with this name
 */
public record Entry(
        EntryId id,
        String name,
        boolean byCard,
        @Nullable Candidate owner,
        boolean twice,
        List<Candidate> candidates,
        Instant createdAt) {
    /**
     * Somebody whom it may be.
     *
     * @param created when the file was made, or null where nobody else has the name
     */
    public record Candidate(
            PersonId id, String name, @Nullable Instant created) {}

    /** Whether nobody can be found by the card. */
    public boolean unknownCard() {
        return byCard && owner == null;
    }
}
