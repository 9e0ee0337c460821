package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import org.jdbi.v3.core.Handle;

/** Listener of other features for a new organisation, in the same transaction: keys, status lists. */
@FunctionalInterface
public interface OrganisationCreated {
    void created(Handle handle, OrganisationId organisation);
}
