package fr.badgesiae.api.event;

import fr.badgesiae.api.event.content.EntryReason;
import fr.badgesiae.api.event.content.EventFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of events at the desk; every statement but the sweep runs for one organisation. */
@RegisterConstructorMapper(EventDao.EventRow.class)
@RegisterConstructorMapper(EventDao.BadgeRow.class)
@RegisterConstructorMapper(EventDao.EntryRow.class)
@RegisterConstructorMapper(EventDao.ReadyRow.class)
@RegisterConstructorMapper(EventDao.WaitingRow.class)
public interface EventDao {
    /**
     * An event with its sums, and its badge as it is published; who is refused leaves their place. {@code ready} is a
     * JSON array of who is kept and in no run, or null.
     */
    @SuppressWarnings("ArrayRecordComponent") // a row; never compared
    record EventRow(
            UUID id,
            UUID achievementId,
            String badge,
            String name,
            String place,
            LocalDate heldOn,
            Instant opensAt,
            Instant closesAt,
            int most,
            @Nullable Instant endedAt,
            byte[] codeSealed,
            int entries,
            int waiting,
            int kept,
            @Nullable String ready) {}

    /** A published badge. */
    record BadgeRow(UUID id, String name) {}

    /** An entry with whom it may be: {@code candidates} is a JSON array, or null. */
    record EntryRow(
            UUID id,
            String firstName,
            String lastName,
            boolean byCard,
            @Nullable UUID workerId,
            @Nullable String workerName,
            boolean twice,
            @Nullable String candidates,
            Instant createdAt) {}

    /** Somebody who is kept. */
    record ReadyRow(UUID id, String firstName, String lastName, boolean informed) {}

    /** A waiting entry that is handled now. */
    record WaitingRow(UUID id, String firstName, String lastName, boolean byCard) {}

    /** What a form says of an event. */
    record Written(String name, String place, LocalDate heldOn, Instant opensAt, Instant closesAt, int most) {}

    String EVENT = """
            SELECT e.id, e.achievement_id,
                   (SELECT v.content ->> 'name' FROM achievement_version v
                    WHERE v.achievement_id = e.achievement_id AND v.organisation_id = e.organisation_id
                    ORDER BY v.version DESC LIMIT 1) AS badge,
                   e.name, e.place, e.held_on, e.opens_at, e.closes_at, e.most, e.ended_at,
                   e.code_sealed, tally.entries, tally.waiting, tally.kept,
                   CASE WHEN tally.kept > 0 THEN (
                       SELECT json_agg(DISTINCT jsonb_build_object('name', w.first_name || ' ' || w.last_name, 'id', w.id,
                                                                   'informed', w.notice_given_on IS NOT NULL))
                       FROM event_entry n JOIN worker w ON w.id = n.worker_id AND w.organisation_id = n.organisation_id
                       WHERE n.event_id = e.id AND n.state = 'KEPT' AND n.run_id IS NULL) END AS ready
            FROM badge_event e
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE n.state <> 'REFUSED') AS entries, count(*) FILTER (WHERE n.state = 'WAITING') AS waiting,
                       count(*) FILTER (WHERE n.state = 'KEPT') AS kept
                FROM event_entry n WHERE n.event_id = e.id) tally
            WHERE e.organisation_id = :organisation
            """;

    /** Entries that wait for the desk. */
    String WAITING =
            "SELECT count(*) FROM event_entry n WHERE n.organisation_id = :organisation AND n.state = 'WAITING'";

    @SqlQuery(EVENT + "AND e.id = :id")
    Optional<EventRow> find(UUID id, UUID organisation);

    /**
     * The latest days first, paged by (held_on, id); an unknown {@code before} starts at the first page.
     *
     * @param words a part of the name; empty for all
     * @param filter null for all
     */
    @SqlQuery(EVENT + """
              AND (:words = '' OR strpos(folded(e.name), folded(:words)) > 0)
              AND (CAST(:filter AS text) IS NULL
                   OR :filter = 'WAITING' AND tally.waiting > 0
                   OR :filter = 'COMING' AND e.ended_at IS NULL AND e.closes_at > :now
                   OR :filter = 'OVER' AND (e.ended_at IS NOT NULL OR e.closes_at <= :now))
              AND (e.held_on, e.id) < (
                  coalesce((SELECT b.held_on FROM badge_event b WHERE b.id = :before AND b.organisation_id = :organisation),
                      'infinity'),
                  coalesce((SELECT b.id FROM badge_event b WHERE b.id = :before AND b.organisation_id = :organisation),
                      'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            ORDER BY e.held_on DESC, e.id DESC
            LIMIT :limit
            """)
    List<EventRow> page(
            UUID organisation,
            String words,
            @Nullable EventFilter filter,
            Instant now,
            @Nullable UUID before,
            int limit);

    /** Locked until the transaction ends. */
    @SqlQuery("SELECT id FROM badge_event WHERE id = :id AND organisation_id = :organisation FOR UPDATE")
    Optional<UUID> lock(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT a.id, a.name FROM achievement a
            WHERE a.organisation_id = :organisation AND a.state = 'PUBLISHED'
            ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id
            LIMIT 300
            """)
    List<BadgeRow> badges(UUID organisation);

    @SqlQuery(
            "SELECT EXISTS (SELECT FROM achievement WHERE id = :id AND organisation_id = :organisation AND state = 'PUBLISHED')")
    boolean published(UUID id, UUID organisation);

    @SqlUpdate("""
            INSERT INTO badge_event (id, organisation_id, achievement_id, name, place, held_on, opens_at, closes_at, most,
                code_lookup, code_sealed, created_by, created_at, updated_at)
            VALUES (:id, :organisation, :badge, :w.name, :w.place, :w.heldOn, :w.opensAt, :w.closesAt, :w.most, :lookup,
                :sealed, :by, :now, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID badge,
            @BindMethods("w") Written w,
            byte[] lookup,
            byte[] sealed,
            UUID by,
            Instant now);

    @SqlUpdate("""
            UPDATE badge_event
            SET name = :w.name, place = :w.place, held_on = :w.heldOn, opens_at = :w.opensAt, closes_at = :w.closesAt,
                most = :w.most, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation
            """)
    int change(UUID id, UUID organisation, @BindMethods("w") Written w, Instant now);

    @SqlUpdate("""
            UPDATE badge_event SET ended_at = :ended, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND (ended_at IS NULL) = (CAST(:ended AS timestamptz) IS NOT NULL)
            """)
    int end(UUID id, UUID organisation, @Nullable Instant ended, Instant now);

    /** The waiting entries after one, in their order, each with the people of its name; an unknown {@code after} starts first. */
    @SqlQuery("""
            SELECT n.id, n.first_name, n.last_name, n.by_card, n.worker_id,
                   (SELECT w.first_name || ' ' || w.last_name FROM worker w
                    WHERE w.id = n.worker_id AND w.organisation_id = n.organisation_id) AS worker_name,
                   n.twice,
                   CASE WHEN NOT n.by_card THEN (
                       SELECT json_agg(json_build_object('id', c.id, 'name', c.first_name || ' ' || c.last_name,
                                                         'created', c.created_at) ORDER BY c.created_at, c.id)
                       FROM (SELECT w.id, w.first_name, w.last_name, w.created_at FROM worker w
                             WHERE w.organisation_id = :organisation AND w.erased_at IS NULL
                               AND w.folded_name IN (
                                   folded(n.first_name || ' ' || n.last_name || ' ' || n.first_name),
                                   folded(n.last_name || ' ' || n.first_name || ' ' || n.last_name))
                             ORDER BY w.created_at, w.id LIMIT 10) c) END AS candidates,
                   n.created_at
            FROM (SELECT e.*, count(*) OVER (PARTITION BY e.by_card, e.worker_id, folded(e.first_name || ' ' || e.last_name)) > 1
                         AS twice
                  FROM event_entry e
                  WHERE e.event_id = :event AND e.organisation_id = :organisation AND e.state = 'WAITING') n
            WHERE (n.created_at, n.id) > (
                coalesce((SELECT l.created_at FROM event_entry l WHERE l.id = :after AND l.event_id = :event), '-infinity'),
                coalesce((SELECT l.id FROM event_entry l WHERE l.id = :after AND l.event_id = :event),
                    '00000000-0000-0000-0000-000000000000'))
            ORDER BY n.created_at, n.id
            LIMIT :most
            """)
    List<EntryRow> waiting(UUID event, UUID organisation, @Nullable UUID after, int most);

    /** Those of these entries that wait, locked until the transaction ends. */
    @SqlQuery("""
            SELECT id, first_name, last_name, by_card FROM event_entry
            WHERE event_id = :event AND organisation_id = :organisation AND id = ANY(:entries) AND state = 'WAITING'
            ORDER BY created_at, id
            FOR UPDATE
            """)
    List<WaitingRow> lockWaiting(UUID event, UUID organisation, UUID[] entries);

    @SqlUpdate("""
            UPDATE event_entry SET state = 'KEPT', worker_id = :worker, first_name = '', last_name = '', updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state = 'WAITING'
              AND EXISTS (SELECT FROM worker w WHERE w.id = :worker AND w.organisation_id = :organisation AND w.erased_at IS NULL)
            """)
    int keep(UUID id, UUID organisation, UUID worker, Instant now);

    @SqlUpdate("""
            UPDATE event_entry SET state = 'REFUSED', reason = :reason, first_name = '', last_name = '', updated_at = :now
            WHERE event_id = :event AND organisation_id = :organisation AND id = ANY(:entries) AND state = 'WAITING'
            """)
    int refuse(UUID event, UUID organisation, UUID[] entries, EntryReason reason, Instant now);

    /** The people who are kept and for whom no run is prepared, by name. */
    @SqlQuery("""
            SELECT DISTINCT w.id, w.first_name, w.last_name, w.notice_given_on IS NOT NULL AS informed
            FROM event_entry n JOIN worker w ON w.id = n.worker_id AND w.organisation_id = n.organisation_id
            WHERE n.event_id = :event AND n.organisation_id = :organisation AND n.state = 'KEPT' AND n.run_id IS NULL
            ORDER BY w.last_name, w.first_name, w.id
            """)
    List<ReadyRow> ready(UUID event, UUID organisation);

    @SqlUpdate("""
            UPDATE event_entry n SET run_id = :run, updated_at = :now
            WHERE n.event_id = :event AND n.organisation_id = :organisation AND n.state = 'KEPT' AND n.run_id IS NULL
              AND EXISTS (SELECT FROM award_run_person p WHERE p.run_id = :run AND p.worker_id = n.worker_id)
            """)
    int prepared(UUID event, UUID organisation, UUID run, Instant now);

    @SqlQuery("SELECT forget_event_entries(:names, :events)::text")
    @Nullable
    String forget(Instant names, Instant events);
}
