package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;

/** Finds the kind that a form of a new person proposes. */
final class FindUsualKind {
    private final Organisations organisations;

    FindUsualKind(Organisations organisations) {
        this.organisations = organisations;
    }

    PersonKind apply(OrganisationId organisation) {
        return organisations
                .find(organisation)
                .map(profile -> PersonKind.usualAt(profile.kind()))
                .orElse(PersonKind.WORKER);
    }
}
