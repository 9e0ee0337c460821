package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.privacy.erasure.ErasureKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists what the jobs will erase, and the run that waits for an administrator. Nothing is written: this is their dry run. */
public final class ListAnnounced {
    private static final int MOST = 200;

    private final Database database;

    ListAnnounced(Database database) {
        this.database = database;
    }

    /** A person whose file or space will be erased. */
    public record Line(PersonId id, String person, LocalDate erasedOn) {}

    /**
     * A run that was stopped.
     *
     * @param files that are due
     * @param living of the whole organisation
     */
    public record Stopped(UUID run, int files, int living) {}

    /** At most 200 of each, the first to go first. */
    public record Announced(List<Line> files, List<Line> spaces, Optional<Stopped> stopped) {}

    Announced apply(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> {
            RetentionDao dao = handle.attach(RetentionDao.class);
            List<RetentionDao.AnnouncedRow> rows = dao.announced(organisation.value(), MOST);
            return new Announced(
                    lines(rows, ErasureKind.DESK_FILE),
                    lines(rows, ErasureKind.SPACE),
                    dao.run(organisation.value())
                            .filter(run -> run.confirmedAt() == null)
                            .map(run -> new Stopped(run.id(), run.files(), run.living())));
        });
    }

    private static List<Line> lines(List<RetentionDao.AnnouncedRow> rows, ErasureKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(row -> new Line(
                        new PersonId(row.id()),
                        row.firstName() + " " + row.lastName(),
                        kind == ErasureKind.DESK_FILE
                                ? Retention.erasedOn(row.countsFromOn(), row.erasureAnnouncedOn())
                                : row.erasureAnnouncedOn().plusDays(Retention.NOTICE_DAYS)))
                .toList();
    }
}
