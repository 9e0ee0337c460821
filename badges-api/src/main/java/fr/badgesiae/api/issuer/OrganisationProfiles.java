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
 * Writes Profiles of organisations: the public name, which says nothing of people's situation; the legal name and the SIRET
 * only if the organisation shows them; the network as parent. No address.
 */
final class OrganisationProfiles implements IssuerProfiles {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Organisations organisations;
    private final SigningKeys keys;

    OrganisationProfiles(Organisations organisations, SigningKeys keys) {
        this.organisations = organisations;
        this.keys = keys;
    }

    @Override
    public Optional<ObjectNode> find(Handle handle, OrganisationId organisation) {
        return organisations.find(handle, organisation).map(this::write);
    }

    private ObjectNode write(OrganisationProfile organisation) {
        ObjectNode profile = profile(organisation.id(), organisation.publicName());
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
        organisation
                .network()
                .filter(network -> network.suspendedSince() == null)
                .ifPresent(network -> profile.set("parentOrg", profile(network.id(), network.name())));
        return profile;
    }

    private ObjectNode profile(OrganisationId id, String name) {
        ObjectNode profile = JSON.objectNode().put("id", keys.issuerDid(id));
        profile.putArray("type").add("Profile");
        return profile.put("name", name);
    }

    private static ObjectNode identifier(String type, String value) {
        return JSON.objectNode()
                .put("type", "IdentifierEntry")
                .put("identifier", value)
                .put("identifierType", type);
    }
}
