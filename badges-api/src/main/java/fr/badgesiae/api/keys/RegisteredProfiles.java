package fr.badgesiae.api.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import java.util.Optional;

/** Writes an organisation's Profile from what it registered: no address, and its legal identity only if it says so. */
public final class RegisteredProfiles implements IssuerProfiles {
    private final Organisations organisations;
    private final Settings settings;

    public RegisteredProfiles(Organisations organisations, Settings settings) {
        this.organisations = organisations;
        this.settings = settings;
    }

    @Override
    public Optional<ObjectNode> find(OrganisationId organisation) {
        return organisations.find(organisation).map(this::profile);
    }

    private ObjectNode profile(OrganisationProfile organisation) {
        ObjectNode json = named(organisation.id(), organisation.publicName());
        putUnlessEmpty(json, "url", organisation.website());
        putUnlessEmpty(json, "phone", organisation.publicPhone());
        putUnlessEmpty(json, "description", organisation.description());
        putUnlessEmpty(json, "email", organisation.publicEmail());
        if (organisation.showsLegalIdentity()) {
            json.put("official", organisation.legalName());
            if (organisation.siret() != null) {
                ObjectNode siret = json.putArray("otherIdentifier").addObject();
                siret.put("type", "IdentifierEntry");
                siret.put("identifier", organisation.siret());
                siret.put("identifierType", "ext:siret");
            }
        }
        organisation.network().ifPresent(network -> json.set("parentOrg", named(network.id(), network.name())));
        return json;
    }

    private ObjectNode named(OrganisationId id, String name) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", "did:web:" + settings.didHost() + ":issuers:" + id);
        json.putArray("type").add("Profile");
        json.put("name", name);
        return json;
    }

    private static void putUnlessEmpty(ObjectNode json, String term, String value) {
        if (value != null && !value.isBlank()) {
            json.put(term, value);
        }
    }
}
