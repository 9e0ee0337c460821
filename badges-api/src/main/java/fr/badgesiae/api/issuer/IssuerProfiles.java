package fr.badgesiae.api.issuer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The Open Badges 3.0 Profile (B.1.17) of an organisation, as embedded in what it signs. It gives the public name, and the
 * legal name and SIRET only if the organisation shows them. It gives no address, and no network: a membership changes, what
 * is signed does not.
 */
public final class IssuerProfiles {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Organisations organisations;
    private final SigningKeys keys;

    IssuerProfiles(Organisations organisations, SigningKeys keys) {
        this.organisations = organisations;
        this.keys = keys;
    }

    /** In a transaction that sees the organisation: a fresh copy, or empty when there is no such organisation. */
    public Optional<ObjectNode> find(Handle handle, OrganisationId organisation) {
        return read(handle, organisation).map(this::write);
    }

    /** What the Profile is written from. */
    Optional<OrganisationProfile> read(Handle handle, OrganisationId organisation) {
        return organisations.find(handle, organisation);
    }

    ObjectNode write(OrganisationProfile organisation) {
        ObjectNode profile = JSON.objectNode().put("id", keys.issuerDid(organisation.id()));
        profile.putArray("type").add("Profile");
        profile.put("name", organisation.publicName());
        if (organisation.website() != null && !organisation.website().isBlank()) {
            profile.put("url", organisation.website());
        }
        if (organisation.showsLegalIdentity()) {
            var identifiers = profile.putArray("otherIdentifier");
            identifiers.add(identifier("ext:legalName", organisation.legalName()));
            if (organisation.siret() != null) {
                identifiers.add(identifier("ext:siret", organisation.siret()));
            }
        }
        return profile;
    }

    private static ObjectNode identifier(String type, String value) {
        return JSON.objectNode()
                .put("type", "IdentifierEntry")
                .put("identifier", value)
                .put("identifierType", type);
    }
}
