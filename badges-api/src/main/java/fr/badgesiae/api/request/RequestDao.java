package fr.badgesiae.api.request;

import fr.badgesiae.api.request.content.RefusalReason;
import fr.badgesiae.api.request.content.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of requests at the desk. Each change names the states it leaves: of two at the same moment, one changes no row. */
@RegisterConstructorMapper(RequestDao.LineRow.class)
@RegisterConstructorMapper(RequestDao.RequestRow.class)
@RegisterConstructorMapper(RequestDao.LockRow.class)
@RegisterConstructorMapper(RequestDao.BadgeRow.class)
@RegisterConstructorMapper(RequestDao.PersonRow.class)
@RegisterConstructorMapper(RequestDao.WantedRow.class)
public interface RequestDao {
    /** A request of a list. */
    record LineRow(
            UUID id,
            String firstName,
            String lastName,
            @Nullable String badge,
            @Nullable String member,
            RequestState state,
            Instant toReadAt,
            Instant createdAt) {}

    /** One request with all its words. */
    record RequestRow(
            UUID id,
            UUID workerId,
            String firstName,
            String lastName,
            @Nullable UUID achievementId,
            @Nullable String badge,
            @Nullable UUID askedBy,
            @Nullable String member,
            String words,
            RequestState state,
            String question,
            @Nullable Instant questionAt,
            String answer,
            Instant toReadAt,
            @Nullable RefusalReason reason,
            String reply,
            @Nullable UUID offerId,
            @Nullable Instant closedAt,
            Instant createdAt) {}

    /** What a change needs of a request that is locked. */
    record LockRow(
            UUID workerId, RequestState state, @Nullable UUID askedBy) {}

    /** A published badge. */
    record BadgeRow(UUID id, String name, boolean asked) {}

    /** A person to choose. */
    record PersonRow(UUID id, String firstName, String lastName, Instant createdAt) {}

    /** What an offer needs of an open request. */
    record WantedRow(UUID workerId, @Nullable UUID achievementId, String words) {}

    /** A request that the desk has to read since 14 days. */
    String LATE = "r.state = 'SENT' AND r.to_read_at <= CAST(:now AS timestamptz) - interval '14 days'";

    /** One that it has to read since less. */
    String NEW = "r.state = 'SENT' AND r.to_read_at > CAST(:now AS timestamptz) - interval '14 days'";

    /** Of an organisation, for its work list. */
    String COUNT = "SELECT count(*) FROM badge_request r WHERE r.organisation_id = :organisation AND ";

    /** The open requests of a member for others. */
    String FOLLOWED = """

            WHERE organisation_id = :organisation AND asked_by = :member AND state IN ('SENT', 'ASKED')
            """;

    String LINES = """
            SELECT r.id, w.first_name, w.last_name, a.name AS badge, m.display_name AS member, r.state, r.to_read_at,
                   r.created_at
            FROM badge_request r
            JOIN worker w ON w.id = r.worker_id AND w.organisation_id = r.organisation_id AND w.erased_at IS NULL
            LEFT JOIN achievement a ON a.id = r.achievement_id AND a.organisation_id = r.organisation_id
            LEFT JOIN account m ON m.id = r.asked_by
            WHERE r.organisation_id = :organisation
            """;

    /** The badges that may be awarded, by name. */
    String BADGES = """
            SELECT a.id, a.name, x.achievement_id IS NULL AS asked
            FROM achievement a
            LEFT JOIN badge_without_requests x ON x.achievement_id = a.id AND x.organisation_id = a.organisation_id
            WHERE a.organisation_id = :organisation AND a.state = 'PUBLISHED'
            ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id
            LIMIT 300
            """;

    /** See {@link #page}. */
    String SORTED = LINES + "<filters> ORDER BY <order> LIMIT :limit";

    /**
     * Paged by the sorted column and the id; empty when the cursor is no request of the organisation.
     *
     * @param filters conditions of this code, each after {@code AND}, so that each combination uses its index
     * @param order the content of {@code ORDER BY}, of this code
     * @param after the cursor; null on the first page, whose filters do not name it
     */
    @SqlQuery(SORTED)
    List<LineRow> page(
            @Define("filters") String filters,
            @Define("order") String order,
            UUID organisation,
            @Nullable UUID badge,
            @Nullable UUID person,
            @Nullable UUID member,
            Instant since,
            Instant now,
            @Nullable UUID after,
            int limit);

    @SqlQuery("SELECT EXISTS (SELECT FROM badge_request WHERE id = :id AND organisation_id = :organisation)")
    boolean exists(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT r.id, r.worker_id, w.first_name, w.last_name, r.achievement_id, a.name AS badge, r.asked_by,
                   m.display_name AS member, r.words, r.state, r.question, r.question_at, r.answer, r.to_read_at, r.reason,
                   r.reply, r.offer_id, r.closed_at, r.created_at
            FROM badge_request r
            JOIN worker w ON w.id = r.worker_id AND w.organisation_id = r.organisation_id AND w.erased_at IS NULL
            LEFT JOIN achievement a ON a.id = r.achievement_id AND a.organisation_id = r.organisation_id
            LEFT JOIN account m ON m.id = r.asked_by
            WHERE r.id = :id AND r.organisation_id = :organisation
            """)
    Optional<RequestRow> find(UUID id, UUID organisation);

    /** Locked until the transaction ends. */
    @SqlQuery("""
            SELECT r.worker_id, r.state, r.asked_by FROM badge_request r
            WHERE r.id = :id AND r.organisation_id = :organisation
            FOR UPDATE
            """)
    Optional<LockRow> lock(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT r.worker_id, r.achievement_id, r.words FROM badge_request r
            WHERE r.id = :id AND r.organisation_id = :organisation AND r.state IN ('SENT', 'ASKED')
            """)
    Optional<WantedRow> wanted(UUID id, UUID organisation);

    @SqlQuery(BADGES)
    List<BadgeRow> badges(UUID organisation);

    @SqlQuery(
            "SELECT EXISTS (SELECT FROM achievement WHERE id = :id AND organisation_id = :organisation AND state = 'PUBLISHED')")
    boolean published(UUID id, UUID organisation);

    /**
     * The first people by name.
     *
     * @param member whose teams count, or null for everybody
     */
    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.created_at
            FROM page_of_teams(:member, NULL, '', '', '', '00000000-0000-0000-0000-000000000000', :most) page
            JOIN worker w ON w.id = page.worker_id
            WHERE w.organisation_id = :organisation
            """)
    List<PersonRow> people(UUID organisation, @Nullable UUID member, int most);

    @SqlQuery("""
            SELECT r.id FROM badge_request r
            WHERE r.worker_id = :worker AND r.organisation_id = :organisation AND r.achievement_id = :badge
              AND r.state IN ('SENT', 'ASKED')
            LIMIT 1
            """)
    Optional<UUID> twin(UUID worker, UUID organisation, UUID badge);

    @SqlUpdate("""
            INSERT INTO badge_request (id, organisation_id, worker_id, asked_by, achievement_id, words, state, to_read_at,
                created_at, updated_at)
            VALUES (:id, :organisation, :worker, :by, :badge, :words, 'SENT', :now, :now, :now)
            """)
    void suggest(UUID id, UUID organisation, UUID worker, UUID by, @Nullable UUID badge, String words, Instant now);

    @SqlUpdate("""
            UPDATE badge_request SET achievement_id = :badge, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state IN ('SENT', 'ASKED')
            """)
    int choose(UUID id, UUID organisation, UUID badge, Instant now);

    @SqlUpdate("""
            UPDATE badge_request SET state = 'ASKED', question = :question, question_at = :now, answer = '', updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state = 'SENT'
            """)
    int ask(UUID id, UUID organisation, String question, Instant now);

    @SqlUpdate("""
            UPDATE badge_request SET state = 'SENT', answer = :answer, to_read_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state = 'ASKED'
            """)
    int answer(UUID id, UUID organisation, String answer, Instant now);

    @SqlUpdate("""
            UPDATE badge_request SET state = 'REFUSED', reason = :reason, reply = :reply, closed_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state IN ('SENT', 'ASKED')
            """)
    int refuse(UUID id, UUID organisation, RefusalReason reason, String reply, Instant now);

    @SqlUpdate("""
            UPDATE badge_request SET state = 'WITHDRAWN', closed_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state IN ('SENT', 'ASKED')
            """)
    int withdraw(UUID id, UUID organisation, Instant now);

    /** The open requests of a person for a badge that is offered now. */
    @SqlUpdate("""
            UPDATE badge_request SET state = 'ACCEPTED', offer_id = :offer, closed_at = :now, updated_at = :now
            WHERE worker_id = :worker AND organisation_id = :organisation AND achievement_id = :badge
              AND state IN ('SENT', 'ASKED')
            """)
    int accept(UUID worker, UUID organisation, UUID badge, UUID offer, Instant now);

    @SqlUpdate(
            "DELETE FROM badge_without_requests WHERE organisation_id = :organisation AND achievement_id = ANY(:badges)")
    int take(UUID organisation, UUID[] badges);

    @SqlUpdate("""
            INSERT INTO badge_without_requests (achievement_id, organisation_id, created_at)
            SELECT a.id, a.organisation_id, :now FROM achievement a
            WHERE a.organisation_id = :organisation AND a.id = ANY(:badges)
            ON CONFLICT DO NOTHING
            """)
    int leave(UUID organisation, UUID[] badges, Instant now);
}
