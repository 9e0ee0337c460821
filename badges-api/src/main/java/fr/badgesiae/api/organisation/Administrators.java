package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import org.jdbi.v3.core.Handle;

/** Whether an organisation has an active administrator; answered by the feature that stores members. */
@FunctionalInterface
public interface Administrators {
    /** In a transaction on behalf of that organisation. */
    boolean has(Handle handle, OrganisationId organisation);
}
