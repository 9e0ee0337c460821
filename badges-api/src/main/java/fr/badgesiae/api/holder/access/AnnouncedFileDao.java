package fr.badgesiae.api.holder.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of the desk files of a holder that will be erased; runs for one holder. */
@RegisterConstructorMapper(AnnouncedFileDao.AnnouncedRow.class)
public interface AnnouncedFileDao {
    /** One row for each file, the first to go first; one without a file for a space that none is announced for. */
    @SqlQuery("""
            SELECT coalesce(h.last_opened_at, h.created_at) AS opened_at, f.public_name, f.counts_from_on, f.announced_on
            FROM holder h LEFT JOIN LATERAL announced_files() f ON true
            WHERE h.id = :holder
            ORDER BY f.counts_from_on, f.public_name
            """)
    List<AnnouncedRow> all(UUID holder);

    /** A file, with the days that decide when it is erased, beside the last opening of the space. */
    record AnnouncedRow(
            Instant openedAt,
            @Nullable String publicName,
            @Nullable LocalDate countsFromOn,
            @Nullable LocalDate announcedOn) {}
}
