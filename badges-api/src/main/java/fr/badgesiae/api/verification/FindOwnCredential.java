package fr.badgesiae.api.verification;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.membership.Affiliation;
import fr.badgesiae.api.organisation.membership.Memberships;
import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.verifier.VerificationReport;
import java.util.Optional;

/** Reads our own record of a verified badge, which says more than any public list. */
final class FindOwnCredential {
    private final Settings settings;
    private final Database database;
    private final RegisteredIssuers issuers;
    private final Organisations organisations;
    private final Credentials credentials;

    FindOwnCredential(Settings settings, Database database, RegisteredIssuers issuers, VerificationViews views) {
        this.settings = settings;
        this.database = database;
        this.issuers = issuers;
        this.organisations = views.organisations();
        this.credentials = views.credentials();
    }

    /**
     * A badge of ours.
     *
     * @param affiliation the networks of the organisation that awarded it
     * @param zone of that organisation
     * @param town its town, or empty
     */
    record Own(IssuedCredential credential, Affiliation affiliation, FrenchZone zone, String town) {}

    /**
     * Reads it.
     *
     * @return empty for a badge of another service, and for one whose signature does not hold
     */
    Optional<Own> apply(VerificationReport report) {
        return SignedBadge.proven(report).flatMap(credential -> find(report, credential));
    }

    private Optional<Own> find(VerificationReport report, JsonNode credential) {
        String start = settings.url("/credentials/");
        String id = credential.path("id").asText();
        return id.startsWith(start)
                ? Optional.ofNullable(report.issuer().id())
                        .flatMap(issuers::organisation)
                        .flatMap(organisation -> find(organisation, id.substring(start.length())))
                : Optional.empty();
    }

    private Optional<Own> find(OrganisationId organisation, String id) {
        try {
            CredentialId credential = CredentialId.parse(id);
            return database.inOrganisation(
                    organisation,
                    handle -> credentials
                            .edition(handle, organisation, credential)
                            .map(found -> new Own(
                                    found,
                                    Memberships.on(handle, organisation, found.awardedOn()),
                                    Zones.of(handle, organisation),
                                    organisations
                                            .find(handle, organisation)
                                            .map(OrganisationProfile::town)
                                            .orElse(""))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
