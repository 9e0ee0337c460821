package fr.badgesiae.api.privacy;

import fr.badgesiae.api.holder.access.AnnouncedFiles;
import fr.badgesiae.api.holder.access.AnnouncedFiles.AnnouncedFile;
import fr.badgesiae.api.journal.OwnActs;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads how long a space is kept when nobody opens it again, which desk files of its holder will be erased, and what was done
 * about its holder.
 */
final class ShowSpace {
    private static final int LINES = 30;

    private final Database database;
    private final OwnActs acts;

    ShowSpace(Database database, OwnActs acts) {
        this.database = database;
        this.acts = acts;
    }

    /**
     * A space.
     *
     * @param until the last day of the space if nobody opens it again
     * @param files that organisations will erase
     * @param done the latest acts, newest first
     */
    record Space(LocalDate until, List<AnnouncedFile> files, List<OwnActs.Line> done) {}

    Space apply(HolderId holder) {
        return database.inHolder(holder, handle -> {
            AnnouncedFiles.Kept kept = AnnouncedFiles.read(handle, holder).orElseThrow(ProblemException::notFound);
            LocalDate until = FrenchZone.PARIS.day(kept.openedAt()).plusYears(Retention.SPACE_YEARS);
            return new Space(until, kept.files(), acts.latest(handle, LINES));
        });
    }
}
