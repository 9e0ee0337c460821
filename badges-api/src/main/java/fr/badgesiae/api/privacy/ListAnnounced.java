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
import java.util.stream.Stream;

/** Lists what the jobs will erase, what a dispute keeps from it, and the run that waits for an administrator. Nothing is written: this is their dry run. */
public final class ListAnnounced {
    private static final int MOST = 200;

    private final Database database;

    ListAnnounced(Database database) {
        this.database = database;
    }

    /**
     * A person whose file or space will be erased, or whose file is held.
     *
     * @param on the day of the erasure; of a held file, the day since which it is held
     */
    public record Line(PersonId id, String person, LocalDate on) {}

    /**
     * A run that was stopped.
     *
     * @param files that are due
     * @param living of the whole organisation
     */
    public record Stopped(UUID run, int files, int living) {}

    /** At most 200 of each, the first to go first; of held ones, those held longest. */
    public record Announced(List<Line> files, List<Line> spaces, List<Line> held, Optional<Stopped> stopped) {}

    Announced apply(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> {
            RetentionDao dao = handle.attach(RetentionDao.class);
            List<RetentionDao.AnnouncedRow> rows = dao.announced(organisation.value(), MOST);
            return new Announced(
                    lines(rows, ErasureKind.DESK_FILE),
                    lines(rows, ErasureKind.SPACE),
                    held(rows),
                    dao.run(organisation.value())
                            .filter(run -> run.confirmedAt() == null)
                            .map(run -> new Stopped(run.id(), run.files(), run.living())));
        });
    }

    private static List<Line> lines(List<RetentionDao.AnnouncedRow> rows, ErasureKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.erasureHeldOn() == null)
                .map(row -> line(
                        row,
                        kind == ErasureKind.DESK_FILE
                                ? Retention.erasedOn(row.countsFromOn(), row.erasureAnnouncedOn())
                                : row.countsFromOn().plusDays(Retention.NOTICE_DAYS)))
                .toList();
    }

    private static List<Line> held(List<RetentionDao.AnnouncedRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.erasureHeldOn()).map(since -> line(row, since)))
                .toList();
    }

    private static Line line(RetentionDao.AnnouncedRow row, LocalDate on) {
        return new Line(new PersonId(row.id()), row.firstName() + " " + row.lastName(), on);
    }
}
