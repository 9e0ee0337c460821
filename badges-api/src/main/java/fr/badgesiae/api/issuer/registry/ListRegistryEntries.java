package fr.badgesiae.api.issuer.registry;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the entries of issuers that are not closed. */
public final class ListRegistryEntries {
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final Organisations organisations;
    private final SigningKeys keys;
    private final Settings settings;

    public ListRegistryEntries(Database database, Organisations organisations, SigningKeys keys, Settings settings) {
        this.database = database;
        this.organisations = organisations;
        this.keys = keys;
        this.settings = settings;
    }

    /** @param one the organisation, or all of them; empty for an unknown or a closed one */
    public List<RegistryEntry> apply(Optional<OrganisationId> one) {
        return one.map(List::of).orElseGet(this::all).stream()
                .flatMap(issuer -> organisations.find(issuer).stream())
                .filter(issuer -> issuer.state() != OrganisationProfile.State.CLOSED)
                .map(this::entry)
                .toList();
    }

    private List<OrganisationId> all() {
        List<OrganisationId> found = new ArrayList<>();
        List<OrganisationId> page;
        do {
            UUID after = found.isEmpty() ? FIRST : found.get(found.size() - 1).value();
            page = database.inPublic(handle -> keys.owners(handle, after, PAGE));
            found.addAll(page);
        } while (page.size() == PAGE);
        return found;
    }

    private RegistryEntry entry(OrganisationProfile issuer) {
        String website = issuer.website();
        return new RegistryEntry(
                keys.issuerDid(issuer.id()),
                issuer.publicName(),
                issuer.town().isBlank() ? "France" : issuer.town() + ", France",
                website == null || website.isBlank() ? settings.url("/issuers/" + issuer.id()) : website);
    }
}
