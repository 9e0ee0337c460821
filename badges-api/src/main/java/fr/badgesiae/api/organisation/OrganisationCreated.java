package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import org.jdbi.v3.core.Handle;

/** What other features do when an organisation comes to be, in the same transaction: keys, status lists. */
@FunctionalInterface
public interface OrganisationCreated {
    void created(Handle handle, OrganisationId organisation);
}
