package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ListLine;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;

/** Reads all lines of an import, a page a transaction. */
public final class ReadLines {
    static final int PAGE = 500;

    private final Database database;

    ReadLines(Database database) {
        this.database = database;
    }

    /**
     * A page of lines.
     *
     * @param after 0 for the first page, which alone tells whether there is such an import
     * @return {@link #PAGE} of them while others follow
     * @throws ProblemException NOT_FOUND for an import of another organisation
     */
    public List<ListLine> apply(OrganisationId organisation, ImportId id, int after) {
        return database.inOrganisation(organisation, handle -> {
            if (after == 0) {
                Imports.require(handle, organisation, id);
            }
            return Imports.lines(handle.attach(LineDao.class).all(id.value(), organisation.value(), after, PAGE));
        });
    }
}
