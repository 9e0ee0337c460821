package fr.badgesiae.api.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;

/** The Open Badges 3.0 Profile (B.1.17) of an organisation, as embedded in what it signs. */
@FunctionalInterface
public interface IssuerProfiles {
    /** A fresh copy, or empty when there is no such organisation. */
    Optional<ObjectNode> find(OrganisationId organisation);
}
