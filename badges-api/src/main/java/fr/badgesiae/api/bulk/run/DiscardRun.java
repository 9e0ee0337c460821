package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Forgets a run. Offers that it made stay. */
public final class DiscardRun {
    private final Database database;

    DiscardRun(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for a run of another organisation */
    public void apply(OrganisationId organisation, AwardRunId run) {
        int gone = database.inOrganisation(
                organisation, handle -> handle.attach(AwardRunDao.class).delete(run.value(), organisation.value()));
        if (gone == 0) {
            throw ProblemException.notFound();
        }
    }
}
