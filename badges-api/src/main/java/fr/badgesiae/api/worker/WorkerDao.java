package fr.badgesiae.api.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of workers. */
@RegisterConstructorMapper(WorkerRow.class)
public interface WorkerDao {
    @SqlUpdate("""
            INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at)
            VALUES (:id, :organisation, :firstName, :lastName, :subject, :now)
            """)
    void insert(UUID id, UUID organisation, String firstName, String lastName, UUID subject, Instant now);

    @SqlUpdate("""
            UPDATE worker SET first_name = :firstName, last_name = :lastName
            WHERE id = :id AND organisation_id = :organisation
            """)
    int rename(UUID id, UUID organisation, String firstName, String lastName);

    /** The first claim binds the worker to a holder; a later one changes nothing. */
    @SqlUpdate("""
            UPDATE worker SET holder_id = :holder
            WHERE id = :id AND organisation_id = :organisation AND (holder_id IS NULL OR holder_id = :holder)
            """)
    int bindHolder(UUID id, UUID organisation, UUID holder);

    @SqlUpdate("""
            UPDATE worker SET notice_given_on = :day
            WHERE id = :id AND organisation_id = :organisation AND notice_given_on IS NULL
            """)
    int noticeGiven(UUID id, UUID organisation, LocalDate day);

    @SqlQuery("""
            SELECT id, organisation_id, first_name, last_name, subject_id, holder_id, notice_given_on
            FROM worker
            WHERE id = :id AND organisation_id = :organisation
            """)
    Optional<WorkerRow> find(UUID id, UUID organisation);

    /** Paged by (last name, first name, id); empty names for the first page. */
    @SqlQuery("""
            SELECT id, organisation_id, first_name, last_name, subject_id, holder_id, notice_given_on
            FROM worker
            WHERE organisation_id = :organisation
              AND strpos(lower(first_name || ' ' || last_name || ' ' || first_name), lower(:words)) > 0
              AND (lower(last_name), lower(first_name), id) > (:afterLast, :afterFirst, :afterId)
            ORDER BY lower(last_name), lower(first_name), id
            LIMIT :limit
            """)
    List<WorkerRow> page(UUID organisation, String words, String afterLast, String afterFirst, UUID afterId, int limit);
}
