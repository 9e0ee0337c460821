package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.Finding;
import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ImportState;
import fr.badgesiae.api.imports.content.LineState;
import fr.badgesiae.api.imports.content.ListLine;
import fr.badgesiae.api.imports.content.PeopleImport;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows an import and a page of its lines of one kind. */
public final class ShowImport {
    static final int PAGE = 50;

    private final Database database;

    ShowImport(Database database) {
        this.database = database;
    }

    /**
     * An import and some of its lines.
     *
     * @param finding of these lines; null for those whose people stayed when it was taken back
     * @param next the last line of this page, where others follow
     */
    public record Shown(PeopleImport found, @Nullable Finding finding, List<ListLine> lines, OptionalInt next) {}

    /**
     * Shows the lines after one of them.
     *
     * @param wanted empty for what asks for most attention
     * @param after 0 for the first page
     * @throws ProblemException NOT_FOUND for an import of another organisation
     */
    public Shown apply(OrganisationId organisation, ImportId id, Optional<Finding> wanted, int after) {
        return database.inOrganisation(organisation, handle -> {
            PeopleImport found = Imports.require(handle, organisation, id);
            LineDao dao = handle.attach(LineDao.class);
            Finding finding = kept(found) ? null : wanted.orElseGet(() -> first(found.counts()));
            List<LineDao.Row> rows = finding == null
                    ? dao.became(id.value(), organisation.value(), LineState.ADDED, after, PAGE + 1)
                    : dao.found(id.value(), organisation.value(), finding, after, PAGE + 1);
            List<ListLine> lines = Imports.lines(rows).stream().limit(PAGE).toList();
            OptionalInt next =
                    rows.size() > PAGE ? OptionalInt.of(lines.get(PAGE - 1).line()) : OptionalInt.empty();
            return new Shown(found, finding, lines, next);
        });
    }

    private static boolean kept(PeopleImport found) {
        return found.state() == ImportState.TAKEN_BACK;
    }

    private static Finding first(PeopleImport.Counts counts) {
        return Stream.of(Finding.SPELLING, Finding.KNOWN, Finding.TWICE, Finding.ERROR)
                .filter(finding -> counts.of(finding) > 0)
                .findFirst()
                .orElse(Finding.NEW);
    }
}
