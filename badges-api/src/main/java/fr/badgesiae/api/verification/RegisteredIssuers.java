package fr.badgesiae.api.verification;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.TrustRegistry;
import java.util.Optional;

/**
 * Who is known here: the organisations that a network vetted, by their DID or their address, then those that lists of others
 * name. For an issuer under our own origin no other list has a say: whom our networks let go stays gone.
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

    /** The same, where what is known of one badge's issuer was read with the badge. */
    TrustRegistry knowing(OrganisationId known, Optional<Entry> registered) {
        return issuerId -> organisation(issuerId).filter(known::equals).isPresent() ? registered : find(issuerId);
    }

    private boolean ours(String issuerId) {
        String did = "did:web:" + settings.didHost();
        return issuerId.equals(did)
                || issuerId.startsWith(did + ":")
                || issuerId.equals(settings.publicUrl().toString())
                || issuerId.startsWith(settings.url("/"));
    }

    /** Ours by an issuer's id, vetted or not. */
    Optional<OrganisationId> organisation(String issuerId) {
        String did = "did:web:" + settings.didHost() + ":issuers:";
        String url = settings.url("/issuers/");
        String start = issuerId.startsWith(did) ? did : url;
        if (!issuerId.startsWith(start)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OrganisationId.parse(issuerId.substring(start.length())));
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
