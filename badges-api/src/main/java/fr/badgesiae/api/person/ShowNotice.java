package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads what the information notice names: the worker and the organisation. */
final class ShowNotice {
    private final Database database;
    private final People people;
    private final Organisations organisations;

    ShowNotice(Database database, People people, Organisations organisations) {
        this.database = database;
        this.people = people;
        this.organisations = organisations;
    }

    record Notice(Person person, OrganisationProfile organisation) {}

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    Notice apply(OrganisationId organisation, PersonId person) {
        return database.inOrganisation(
                organisation,
                handle -> new Notice(
                        people.find(handle, organisation, person).orElseThrow(ProblemException::notFound),
                        organisations.find(handle, organisation).orElseThrow(ProblemException::notFound)));
    }
}
