package fr.badgesiae.api.person.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of contacts; at most one row a person. */
@RegisterConstructorMapper(ContactDao.ContactRow.class)
public interface ContactDao {
    /** Sealed texts, null where there is none. */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record ContactRow(UUID id, byte @Nullable [] email, byte @Nullable [] phone, int revision) {}

    @SqlQuery("""
            SELECT id, email, phone, revision FROM person_contact
            WHERE worker_id = :person AND organisation_id = :organisation
            """)
    Optional<ContactRow> find(UUID person, UUID organisation);

    /** Zero rows: a concurrent request wrote one. */
    @SqlUpdate("""
            INSERT INTO person_contact (id, organisation_id, worker_id, email, phone, created_at, updated_at)
            VALUES (:id, :organisation, :person, :email, :phone, :now, :now)
            ON CONFLICT (worker_id) DO NOTHING
            """)
    int insert(UUID id, UUID organisation, UUID person, byte @Nullable [] email, byte @Nullable [] phone, Instant now);

    /** Zero rows: a concurrent save. */
    @SqlUpdate("""
            UPDATE person_contact
            SET email = :email, phone = :phone, updated_at = :now, revision = revision + 1
            WHERE id = :id AND organisation_id = :organisation AND revision = :revision
            """)
    int update(UUID id, UUID organisation, int revision, byte @Nullable [] email, byte @Nullable [] phone, Instant now);
}
