package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;

/** Reads how long a space is kept when nobody opens it again. */
final class ShowSpace {
    private final Database database;

    ShowSpace(Database database) {
        this.database = database;
    }

    LocalDate apply(HolderId holder) {
        return database.inHolder(
                        holder, handle -> handle.attach(RetentionDao.class).space(holder.value()))
                .map(row -> FrenchZone.PARIS.day(row.openedAt()).plusYears(Retention.SPACE_YEARS))
                .orElseThrow(ProblemException::notFound);
    }
}
