package fr.badgesiae.api.offer.follow;

import fr.badgesiae.api.offer.history.StepWay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of offers that wait; every statement runs for one organisation. */
@RegisterConstructorMapper(OfferStepDao.WaitingRow.class)
public interface OfferStepDao {
    /** An offer that may still be answered, or not any more. */
    record WaitingRow(Instant createdAt, Instant endsAt, boolean waits) {}

    /** Before the offer, as an erasure does: a note would outlive its file. Empty once that is erased. */
    @SqlQuery("""
            SELECT w.id FROM offer o JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id
            WHERE o.id = :offer AND o.organisation_id = :organisation AND w.erased_at IS NULL
            FOR KEY SHARE OF w
            """)
    Optional<UUID> lockPerson(UUID offer, UUID organisation);

    @SqlQuery("""
            SELECT o.created_at, o.ends_at, o.state = 'OFFERED' AND o.ends_at > :now AS waits
            FROM offer o
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
            WHERE o.id = :offer AND o.organisation_id = :organisation
            FOR UPDATE OF o
            """)
    Optional<WaitingRow> lock(UUID offer, UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE offer SET ends_at = :ends, updated_at = :now
            WHERE id = :offer AND organisation_id = :organisation AND state = 'OFFERED'
            """)
    int prolong(UUID offer, UUID organisation, Instant ends, Instant now);

    @SqlUpdate("""
            INSERT INTO offer_step (id, organisation_id, offer_id, kind, how, done_on, ends_at, done_by, created_at)
            VALUES (:id, :organisation, :offer, :kind, :how, :doneOn, :ends, :by, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID offer,
            StepKind kind,
            @Nullable StepWay how,
            LocalDate doneOn,
            @Nullable Instant ends,
            UUID by,
            Instant now);
}
