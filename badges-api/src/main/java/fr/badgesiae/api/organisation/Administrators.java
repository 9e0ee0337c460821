package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;

/** Whether somebody looks after an organisation and its members; told by the feature that knows members. */
public interface Administrators {
    boolean has(OrganisationId organisation);
}
