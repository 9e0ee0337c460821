package fr.badgesiae.api.person.team;

import fr.badgesiae.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a later feature knows of the drafts that a member has open for a person. */
@FunctionalInterface
public interface OpenDrafts {
    /** A draft with the name of its badge. */
    record Draft(String path, String badge, Instant createdAt) {}

    /** The newest first, a few. */
    List<Draft> of(Handle handle, Reach reader, PersonId person);
}
