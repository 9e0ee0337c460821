package fr.badgesiae.api.holder.access;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of the desk files of a holder that will be erased; runs for one holder. */
@RegisterConstructorMapper(AnnouncedFileDao.AnnouncedRow.class)
public interface AnnouncedFileDao {
    @SqlQuery("SELECT public_name, counts_from_on, announced_on FROM announced_files()")
    List<AnnouncedRow> all();

    /** A file, with the days that decide when it is erased. */
    record AnnouncedRow(String publicName, LocalDate countsFromOn, LocalDate announcedOn) {}
}
