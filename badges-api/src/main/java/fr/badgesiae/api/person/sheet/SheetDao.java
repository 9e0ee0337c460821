package fr.badgesiae.api.person.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of information sheets. */
public interface SheetDao {
    /** Zero rows: the organisation has this wording. */
    @SqlUpdate("""
            INSERT INTO information_sheet (id, organisation_id, digest, content, created_at)
            VALUES (:id, :organisation, :digest, CAST(:content AS jsonb), :now)
            ON CONFLICT (organisation_id, digest) DO NOTHING
            """)
    int insert(UUID id, UUID organisation, byte[] digest, String content, Instant now);

    /** Zero rows: a day is recorded, or no such worker. */
    @SqlUpdate("""
            UPDATE worker
            SET notice_given_on = :day,
                information_sheet_id =
                    (SELECT s.id FROM information_sheet s WHERE s.organisation_id = :organisation AND s.digest = :digest)
            WHERE id = :worker AND organisation_id = :organisation AND notice_given_on IS NULL AND erased_at IS NULL
            """)
    int give(UUID worker, UUID organisation, LocalDate day, byte[] digest);

    @SqlQuery("""
            SELECT s.content FROM information_sheet s
            JOIN worker w ON w.information_sheet_id = s.id AND w.organisation_id = s.organisation_id
            WHERE w.id = :worker AND w.organisation_id = :organisation
            """)
    Optional<String> given(UUID worker, UUID organisation);
}
