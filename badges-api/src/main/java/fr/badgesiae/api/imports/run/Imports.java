package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ListLine;
import fr.badgesiae.api.imports.content.PeopleImport;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Imports of an organisation, read and locked in the caller's transaction. */
final class Imports {
    private Imports() {}

    /** @throws ProblemException NOT_FOUND for an import of another organisation */
    static PeopleImport require(Handle handle, OrganisationId organisation, ImportId id) {
        return read(handle.attach(ImportDao.class).find(id.value(), organisation.value()));
    }

    /** The same, locked until the transaction ends. */
    static PeopleImport lock(Handle handle, OrganisationId organisation, ImportId id) {
        return read(handle.attach(ImportDao.class).lock(id.value(), organisation.value()));
    }

    /** @throws ProblemException NOT_FOUND for an import of another organisation; CONFLICT when it has started */
    static PeopleImport lockDraft(Handle handle, OrganisationId organisation, ImportId id) {
        PeopleImport locked = lock(handle, organisation, id);
        if (!locked.draft()) {
            throw new ProblemException(ProblemType.CONFLICT, "The import has started.");
        }
        return locked;
    }

    /** Sorts the new lines: named in an earlier line, known here, or new indeed. */
    static void sort(Handle handle, OrganisationId organisation, ImportId id, Instant now) {
        LineDao lines = handle.attach(LineDao.class);
        lines.markTwice(id.value(), organisation.value(), now);
        int[] fresh = lines.fresh(id.value(), organisation.value());
        lines.markKnown(id.value(), organisation.value(), fresh, now);
        handle.attach(ImportDao.class).touch(id.value(), organisation.value(), now);
    }

    /** Writes names that a member looked at, by line, and sorts these lines. */
    static void spell(
            Handle handle, OrganisationId organisation, ImportId id, Map<Integer, PersonForm> names, Instant now) {
        if (!names.isEmpty()) {
            List<Map.Entry<Integer, PersonForm>> all = List.copyOf(names.entrySet());
            handle.attach(LineDao.class)
                    .spell(
                            id.value(),
                            organisation.value(),
                            all.stream().map(Map.Entry::getKey).toList(),
                            all.stream()
                                    .map(name -> name.getValue().firstName())
                                    .toList(),
                            all.stream().map(name -> name.getValue().lastName()).toList(),
                            now);
        }
        sort(handle, organisation, id, now);
    }

    static List<ListLine> lines(List<LineDao.Row> rows) {
        return rows.stream()
                .map(row -> new ListLine(
                        row.line(),
                        row.firstName(),
                        row.lastName(),
                        row.finding(),
                        row.reason(),
                        row.decision(),
                        row.state(),
                        row.workerId() == null ? null : new PersonId(row.workerId()),
                        row.since()))
                .toList();
    }

    private static PeopleImport read(Optional<ImportDao.ImportRow> found) {
        ImportDao.ImportRow row = found.orElseThrow(ProblemException::notFound);
        return new PeopleImport(
                new ImportId(row.id()),
                row.state(),
                row.source(),
                row.titles(),
                row.firstColumn(),
                row.lastColumn(),
                row.leftOut(),
                row.endedAt(),
                PersonKind.usualAt(row.organisationKind()),
                new PeopleImport.Counts(
                        row.lines(),
                        row.fresh(),
                        row.known(),
                        row.twice(),
                        row.spelling(),
                        row.errors(),
                        row.toAdd(),
                        row.added(),
                        row.takenBack()));
    }

    /** Who started it, and what its people are. */
    static ImportDao.ImportRow started(Handle handle, OrganisationId organisation, ImportId id) {
        return handle.attach(ImportDao.class)
                .find(id.value(), organisation.value())
                .filter(row -> row.startedBy() != null)
                .orElseThrow(ProblemException::notFound);
    }
}
