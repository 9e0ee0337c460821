package fr.badgesiae.api.privacy;

import fr.badgesiae.api.holder.access.AnnouncedFiles;
import fr.badgesiae.api.holder.access.AnnouncedFiles.AnnouncedFile;
import fr.badgesiae.api.platform.FrenchTime;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;

/** Reads how long a space is kept when nobody opens it again, and which desk files of its holder will be erased. */
final class ShowSpace {
    private final Database database;

    ShowSpace(Database database) {
        this.database = database;
    }

    /**
     * A holder's data.
     *
     * @param until the last day of the space if nobody opens it again
     * @param files that organisations will erase
     */
    record Kept(LocalDate until, List<AnnouncedFile> files) {}

    Kept apply(HolderId holder) {
        return database.inHolder(
                holder,
                handle -> handle.attach(RetentionDao.class)
                        .space(holder.value())
                        .map(row -> new Kept(
                                FrenchTime.day(row.openedAt()).plusYears(Retention.SPACE_YEARS),
                                AnnouncedFiles.read(handle)))
                        .orElseThrow(ProblemException::notFound));
    }
}
