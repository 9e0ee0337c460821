package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.siret.EarlierSiret;
import fr.badgesiae.api.organisation.siret.EarlierSirets;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads an organisation's own profile for its form. */
final class ShowProfile {
    private final Database database;

    ShowProfile(Database database) {
        this.database = database;
    }

    /**
     * @param revision the one that saving replaces
     * @param earlier SIRETs that it had before, the last first
     */
    record Profile(OrganisationForm form, int revision, List<EarlierSiret> earlier) {}

    /** @throws ProblemException NOT_FOUND for an unknown organisation */
    Profile apply(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> read(handle, organisation));
    }

    static Profile read(Handle handle, OrganisationId organisation) {
        return handle.attach(ProfileDao.class)
                .find(organisation.value())
                .map(row ->
                        new Profile(OrganisationForm.of(row), row.revision(), EarlierSirets.of(handle, organisation)))
                .orElseThrow(ProblemException::notFound);
    }
}
