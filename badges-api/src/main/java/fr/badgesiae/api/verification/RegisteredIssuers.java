package fr.badgesiae.api.verification;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.TrustRegistry;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The registry of known issuers: organisations that a network vetted, by DID or URL, then issuers of imported lists. Imported
 * lists are ignored for an issuer under our own origin.
 */
final class RegisteredIssuers implements TrustRegistry {
    private final Settings settings;
    private final Organisations organisations;
    private final TrustRegistry imported;

    RegisteredIssuers(Settings settings, Organisations organisations, TrustRegistry imported) {
        this.settings = settings;
        this.organisations = organisations;
        this.imported = imported;
    }

    @Override
    public Optional<Entry> find(String issuerId) {
        return ours(issuerId)
                ? organisation(issuerId).flatMap(organisations::find).flatMap(RegisteredIssuers::entry)
                : imported.find(issuerId);
    }

    /** The same registry with the entry of one organisation already read. */
    TrustRegistry knowing(OrganisationId known, Optional<Entry> registered) {
        return issuerId -> organisation(issuerId).filter(known::equals).isPresent() ? registered : find(issuerId);
    }

    /** Whether an issuer id stands under our own origin. */
    boolean ours(String issuerId) {
        String did = "did:web:" + settings.didHost();
        return issuerId.equals(did)
                || issuerId.startsWith(did + ":")
                || issuerId.equals(settings.publicUrl().toString())
                || issuerId.startsWith(settings.url("/"));
    }

    /** The organisation of an issuer id of ours, vetted or not: its DID, its address, or that of its Open Badges 2.0 Profile. */
    Optional<OrganisationId> organisation(String issuerId) {
        return Stream.of(
                        "did:web:" + settings.didHost() + ":issuers:",
                        settings.url("/issuers/"),
                        settings.url("/v2/issuers/"))
                .filter(issuerId::startsWith)
                .findFirst()
                .flatMap(start -> parsed(issuerId.substring(start.length())));
    }

    private static Optional<OrganisationId> parsed(String id) {
        try {
            return Optional.of(OrganisationId.parse(id));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Entry> entry(OrganisationProfile profile) {
        return profile.network()
                .map(network -> new Entry(
                        profile.publicName(),
                        profile.showsLegalIdentity() ? profile.siret() : null,
                        network.name(),
                        network.vettedOn(),
                        network.suspendedSince()));
    }
}
