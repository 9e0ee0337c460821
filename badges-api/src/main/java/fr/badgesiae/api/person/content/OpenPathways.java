package fr.badgesiae.api.person.content;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whether somebody is on a pathway; answered by a feature that knows pathways, in the caller's transaction. */
@FunctionalInterface
public interface OpenPathways {
    /** Whether a pathway of the person has no end, or ends today or later. */
    boolean any(Handle handle, OrganisationId organisation, UUID person, LocalDate today);
}
