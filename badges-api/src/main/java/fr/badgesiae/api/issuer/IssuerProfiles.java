package fr.badgesiae.api.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The Open Badges 3.0 Profile (B.1.17) of an organisation, as embedded in what it signs. */
@FunctionalInterface
public interface IssuerProfiles {
    /** In a transaction that sees the organisation: a fresh copy, or empty when there is no such organisation. */
    Optional<ObjectNode> find(Handle handle, OrganisationId organisation);
}
