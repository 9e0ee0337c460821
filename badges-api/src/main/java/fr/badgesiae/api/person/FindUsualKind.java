package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the kind that a form of a new person proposes, and that each person of a list is. */
public final class FindUsualKind {
    private final Organisations organisations;

    public FindUsualKind(Organisations organisations) {
        this.organisations = organisations;
    }

    PersonKind apply(OrganisationId organisation) {
        return usual(organisations.find(organisation));
    }

    /** The same in the caller's transaction. */
    public PersonKind apply(Handle handle, OrganisationId organisation) {
        return usual(organisations.find(handle, organisation));
    }

    private static PersonKind usual(Optional<OrganisationProfile> organisation) {
        return organisation.map(profile -> PersonKind.usualAt(profile.kind())).orElse(PersonKind.WORKER);
    }
}
