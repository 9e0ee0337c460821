package fr.badgesiae.api.achievement;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;

/** Reads the public name of an organisation that publishes. */
final class FindPublisher {
    private final Organisations organisations;
    private final VersionCopies copies;

    FindPublisher(Organisations organisations, VersionCopies copies) {
        this.organisations = organisations;
        this.copies = copies;
    }

    String apply(OrganisationId organisation) {
        return copies.publisher(
                        organisation, () -> organisations.find(organisation).map(OrganisationProfile::publicName))
                .orElse("");
    }
}
