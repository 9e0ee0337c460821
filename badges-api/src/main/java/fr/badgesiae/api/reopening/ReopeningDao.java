package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of reopenings. Each change of state names the state it leaves: of two at the same moment, one changes no row. */
@RegisterConstructorMapper(ReopeningDao.LocationRow.class)
@RegisterConstructorMapper(ReopeningDao.AttemptRow.class)
@RegisterConstructorMapper(ReopeningDao.LineRow.class)
@RegisterConstructorMapper(ReopeningRow.class)
@RegisterConstructorMapper(SpaceStateRow.class)
public interface ReopeningDao {
    /** Locks the member's row: two tabs do not pass the limit of a day together. */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE organisation_id = :organisation AND account_id = :member FOR UPDATE
            """)
    Optional<UUID> lockMember(UUID organisation, UUID member);

    @SqlQuery("""
            SELECT count(*) FROM access_reopening
            WHERE organisation_id = :organisation AND witness = :member AND created_at > :since
            """)
    int madeBy(UUID organisation, UUID member, Instant since);

    @SqlUpdate("""
            INSERT INTO access_reopening (id, organisation_id, worker_id, holder_id, witness, reason, state, created_at,
                ends_at, code_lookup, pin_hash, code_sealed, pin_sealed)
            VALUES (:id, :organisation, :worker, :holder, :witness, :reason, 'OPEN', :now,
                :ends, :s.lookup, :s.pinHash, :s.codeSealed, :s.pinSealed)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID worker,
            UUID holder,
            UUID witness,
            ReopeningReason reason,
            Instant now,
            Instant ends,
            @BindMethods("s") SlipSecrets s);

    @SqlUpdate("""
            UPDATE access_reopening SET state = 'CANCELLED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE worker_id = :worker AND organisation_id = :organisation AND state = 'OPEN'
            """)
    int cancel(UUID worker, UUID organisation);

    @SqlQuery("""
            SELECT r.id, r.holder_id, r.reason, r.state, r.created_at, r.ends_at, r.used_at, r.failed_pins, r.code_sealed,
                   r.pin_sealed, a.display_name AS witness_name
            FROM access_reopening r JOIN account a ON a.id = r.witness
            WHERE r.worker_id = :worker AND r.organisation_id = :organisation
            ORDER BY r.created_at DESC, r.state = 'OPEN' DESC LIMIT 1
            """)
    Optional<ReopeningRow> latest(UUID worker, UUID organisation);

    @SqlQuery("""
            SELECT r.id, r.holder_id, r.reason, r.state, r.created_at, r.ends_at, r.used_at, r.failed_pins, r.code_sealed,
                   r.pin_sealed, a.display_name AS witness_name
            FROM access_reopening r JOIN account a ON a.id = r.witness
            WHERE r.id = :id AND r.organisation_id = :organisation
            """)
    Optional<ReopeningRow> find(UUID id, UUID organisation);

    @SqlQuery("SELECT organisation_id, reopening_id FROM locate_reopening(:lookup)")
    Optional<LocationRow> locate(byte[] lookup);

    /** Counts an attempt before its PIN is compared: attempts at the same moment cannot pass the limit together. */
    @SqlQuery("""
            UPDATE access_reopening SET failed_pins = failed_pins + 1
            WHERE id = :id AND organisation_id = :organisation AND failed_pins < 5 AND state = 'OPEN' AND ends_at > :now
            RETURNING pin_hash, failed_pins, holder_id
            """)
    Optional<AttemptRow> attempt(UUID id, UUID organisation, Instant now);

    /** Zero rows: used, cancelled or objected to during the comparison. */
    @SqlUpdate("""
            UPDATE access_reopening
            SET state = 'USED', used_at = :now, failed_pins = 0, pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state = 'OPEN'
            """)
    int use(UUID id, UUID organisation, Instant now);

    /** Newest first, paged by (created_at, id); an unknown {@code before} starts at the first page. */
    @SqlQuery("""
            SELECT r.id, r.worker_id, w.first_name, w.last_name, a.display_name AS witness_name, r.reason, r.state,
                   r.created_at, r.ends_at, r.used_at, r.answered_at, r.reviewed_at
            FROM access_reopening r
            JOIN worker w ON w.id = r.worker_id AND w.organisation_id = r.organisation_id
            JOIN account a ON a.id = r.witness
            WHERE r.organisation_id = :organisation
              AND (r.created_at, r.id) < (
                  coalesce((SELECT b.created_at FROM access_reopening b
                            WHERE b.id = :before AND b.organisation_id = :organisation), 'infinity'),
                  coalesce(CAST(:before AS uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            ORDER BY r.created_at DESC, r.id DESC
            LIMIT :limit
            """)
    List<LineRow> page(UUID organisation, @Nullable UUID before, int limit);

    @SqlUpdate("""
            UPDATE access_reopening SET reviewed_at = :now, reviewed_by = :by
            WHERE id = :id AND organisation_id = :organisation AND state <> 'OPEN' AND reviewed_at IS NULL
            """)
    int review(UUID id, UUID organisation, UUID by, Instant now);

    /** Reopenings that no administrator has looked at, for the work list. */
    String UNREVIEWED = """
            SELECT count(*) FROM access_reopening
            WHERE organisation_id = :organisation AND reviewed_at IS NULL AND state IN ('USED', 'OBJECTED')
            """;

    @SqlQuery("""
            SELECT card.carded, card.unused,
                   EXISTS (SELECT FROM offer o WHERE o.worker_id = w.id AND o.organisation_id = w.organisation_id
                           AND o.state = 'ACCEPTED' AND o.pin_hash IS NOT NULL AND o.card_kept_at IS NULL
                           AND o.prints > 0) AS slip_out,
                   (SELECT max(r.ends_at) FROM access_reopening r
                    WHERE r.worker_id = w.id AND r.organisation_id = w.organisation_id
                      AND r.state = 'OPEN' AND r.ends_at > :now) AS reopening_until
            FROM worker w CROSS JOIN LATERAL card_of_worker(w.id) card
            WHERE w.id = :worker AND w.organisation_id = :organisation
            """)
    Optional<SpaceStateRow> spaceState(UUID worker, UUID organisation, Instant now);

    /** The reopening that a slip's code leads to. */
    record LocationRow(UUID organisationId, UUID reopeningId) {}

    /** The hash that an attempt is compared with, the count of attempts, and whose space it is. */
    record AttemptRow(String pinHash, int failedPins, UUID holderId) {}

    /** A reopening as the list of administrators shows it. */
    record LineRow(
            UUID id,
            UUID workerId,
            String firstName,
            String lastName,
            String witnessName,
            ReopeningReason reason,
            ReopeningState state,
            Instant createdAt,
            Instant endsAt,
            @Nullable Instant usedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant reviewedAt) {}
}
