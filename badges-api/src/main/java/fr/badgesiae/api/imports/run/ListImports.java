package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ImportState;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.List;

/** Lists the imports that an organisation has not forgotten yet, newest first. */
public final class ListImports {
    private static final int MOST = 50;

    private final Database database;

    ListImports(Database database) {
        this.database = database;
    }

    /**
     * An import.
     *
     * @param member who brought the list
     */
    public record Line(ImportId id, ImportState state, String member, Instant createdAt, int lines, int added) {}

    public List<Line> apply(OrganisationId organisation) {
        return database.inOrganisation(
                organisation,
                handle -> handle.attach(ImportDao.class).latest(organisation.value(), MOST).stream()
                        .map(row -> new Line(
                                new ImportId(row.id()),
                                row.state(),
                                row.member(),
                                row.createdAt(),
                                row.lines(),
                                row.added()))
                        .toList());
    }
}
