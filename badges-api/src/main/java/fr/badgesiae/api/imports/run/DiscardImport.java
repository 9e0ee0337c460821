package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Forgets an import before its time. Whom it added stays. */
public final class DiscardImport {
    private final Database database;

    DiscardImport(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for an import of another organisation, and while it goes on */
    public void apply(OrganisationId organisation, ImportId id) {
        int gone = database.inOrganisation(
                organisation, handle -> handle.attach(ImportDao.class).delete(id.value(), organisation.value()));
        if (gone == 0) {
            throw ProblemException.notFound();
        }
    }
}
