package fr.badgesiae.api.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.OrganisationId;

/** The Open Badges 3.0 Profile (B.1.17) of an organisation, as embedded in what it signs. */
@FunctionalInterface
public interface IssuerProfiles {
    /** A fresh copy. */
    ObjectNode of(OrganisationId organisation);
}
