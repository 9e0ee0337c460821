package fr.badgesiae.api.share;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.membership.Affiliation;
import fr.badgesiae.api.organisation.membership.Memberships;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what the page behind a link says of an organisation, before there is a link: a new one names the networks. */
public final class ShowIssuer {
    private final Database database;
    private final Organisations organisations;

    ShowIssuer(Database database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /** The organisation as registered, and its networks now and on the day of the award. */
    public record Shown(SharedBadge.Issuer issuer, Affiliation affiliation) {}

    /** @param awarded the day on which the organisation awarded the badge */
    public Shown apply(OrganisationId organisation, LocalDate awarded) {
        return database.inOrganisation(
                organisation,
                handle -> new Shown(
                        organisations
                                .find(handle, organisation)
                                .map(ShowIssuer::issuer)
                                .orElseThrow(ProblemException::notFound),
                        Memberships.on(handle, organisation, awarded)));
    }

    private static SharedBadge.Issuer issuer(OrganisationProfile profile) {
        Optional<OrganisationProfile.NetworkLink> network = profile.network();
        return new SharedBadge.Issuer(
                profile.publicName(),
                profile.showsLegalIdentity() ? profile.legalName() : null,
                profile.showsLegalIdentity() ? profile.siret() : null,
                profile.description(),
                profile.town(),
                profile.publicEmail(),
                profile.publicPhone(),
                profile.website(),
                network.map(OrganisationProfile.NetworkLink::name).orElse(null),
                network.map(OrganisationProfile.NetworkLink::vettedOn).orElse(null),
                network.map(OrganisationProfile.NetworkLink::suspendedSince).orElse(null));
    }
}
