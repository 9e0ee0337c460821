package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunState;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.person.content.GroupKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of runs; every statement but the sweep runs for one organisation. */
@RegisterConstructorMapper(AwardRunDao.RunRow.class)
@RegisterConstructorMapper(AwardRunDao.LineRow.class)
@RegisterConstructorMapper(AwardRunDao.WaitingRow.class)
public interface AwardRunDao {
    /** A run with its badge. */
    record RunRow(
            UUID id,
            UUID versionId,
            UUID achievementId,
            int version,
            String content,
            boolean open,
            String narrative,
            String evidence,
            String search,
            @Nullable UUID groupId,
            @Nullable GroupKind groupKind,
            @Nullable String groupName,
            @Nullable String groups,
            AwardRunState state,
            int people,
            Instant createdAt,
            int chosen,
            int offered,
            int failed) {}

    /** A run of the list. */
    record LineRow(
            UUID id,
            String badge,
            AwardRunState state,
            UUID createdBy,
            String member,
            Instant createdAt,
            int everybody,
            int offered) {}

    /** A run to go on with, and the member who started it. */
    record WaitingRow(UUID runId, UUID organisationId, UUID accountId) {}

    String BY_NAME = """
            ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
            """;

    /** The newest standing offer of the badge of the run {@code r} to the person {@code w}. */
    String STANDING = """
            LEFT JOIN LATERAL (
                SELECT o.state, o.created_at
                FROM offer o JOIN achievement_version u ON u.id = o.achievement_version_id
                WHERE o.organisation_id = :organisation AND o.worker_id = w.id AND u.achievement_id = v.achievement_id
                  AND
            """ + Offers.STANDING + """
                ORDER BY o.created_at DESC, o.id LIMIT 1) standing ON true
            """;

    /** Whoever only proposes finds what they began, with the people of their teams. */
    String RUN = """
            SELECT r.id, v.id AS version_id, v.achievement_id, v.version, v.content,
                   b.state = 'PUBLISHED' AND NOT EXISTS (
                       SELECT 1 FROM achievement_version later
                       WHERE later.achievement_id = v.achievement_id AND later.version > v.version) AS open,
                   r.narrative, r.evidence, r.search, g.id AS group_id, g.kind AS group_kind, g.name AS group_name,
                   CASE WHEN r.state = 'DRAFT' THEN (
                       SELECT CAST(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name)
                           ORDER BY array_position(ARRAY['SITE', 'TEAM', 'GROUP'], o.kind), o.name COLLATE "fr-x-icu", o.id)
                           AS text)
                       FROM people_group o WHERE o.organisation_id = r.organisation_id AND o.archived_at IS NULL
                         AND (CAST(:member AS uuid) IS NULL OR EXISTS (
                             SELECT FROM team_assignment t WHERE t.group_id = o.id AND t.account_id = :member))) END AS groups,
                   r.state, r.people, r.created_at,
                   coalesce(tally.chosen, 0) AS chosen, coalesce(tally.offered, 0) AS offered,
                   coalesce(tally.failed, 0) AS failed
            FROM award_run r
            JOIN achievement_version v ON v.id = r.achievement_version_id AND v.organisation_id = r.organisation_id
            JOIN achievement b ON b.id = v.achievement_id AND b.organisation_id = r.organisation_id
            LEFT JOIN people_group g ON g.id = r.group_id AND g.organisation_id = r.organisation_id
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE p.state = 'CHOSEN') AS chosen,
                       count(*) FILTER (WHERE p.state = 'OFFERED') AS offered,
                       count(*) FILTER (WHERE p.state = 'FAILED') AS failed
                FROM award_run_person p WHERE p.run_id = r.id AND is_assigned(:member, p.worker_id)) tally
            WHERE r.id = :run AND r.organisation_id = :organisation
              AND (CAST(:member AS uuid) IS NULL OR r.created_by = :member)
            """;

    @SqlQuery(RUN)
    Optional<RunRow> find(UUID run, UUID organisation, @Nullable UUID member);

    /** The same, locked until the transaction ends. */
    @SqlQuery(RUN + "FOR UPDATE OF r")
    Optional<RunRow> lock(UUID run, UUID organisation, @Nullable UUID member);

    /** Newest first. */
    @SqlQuery("""
            SELECT r.id, v.content ->> 'name' AS badge, r.state, r.created_by, coalesce(m.display_name, '') AS member, r.created_at,
                   (SELECT count(*) FROM award_run_person p WHERE p.run_id = r.id) AS everybody,
                   (SELECT count(*) FROM award_run_person p WHERE p.run_id = r.id AND p.state = 'OFFERED') AS offered
            FROM award_run r
            JOIN achievement_version v ON v.id = r.achievement_version_id AND v.organisation_id = r.organisation_id
            LEFT JOIN account m ON m.id = r.created_by
            WHERE r.organisation_id = :organisation AND (CAST(:member AS uuid) IS NULL OR r.created_by = :member)
            ORDER BY r.created_at DESC, r.id
            LIMIT :most
            """)
    List<LineRow> latest(UUID organisation, @Nullable UUID member, int most);

    @SqlQuery("SELECT created_by FROM award_run WHERE id = :run AND organisation_id = :organisation")
    Optional<UUID> begunBy(UUID run, UUID organisation);

    @SqlQuery("SELECT count(*) FROM award_run WHERE organisation_id = :organisation AND state = 'DRAFT'")
    int drafts(UUID organisation);

    @SqlUpdate("""
            INSERT INTO award_run (id, organisation_id, achievement_version_id, created_by, state, created_at, updated_at)
            VALUES (:run, :organisation, :version, :by, 'DRAFT', :now, :now)
            """)
    void insert(UUID run, UUID organisation, UUID version, UUID by, Instant now);

    @SqlUpdate("""
            UPDATE award_run SET narrative = :narrative, evidence = :evidence, updated_at = :now
            WHERE id = :run AND organisation_id = :organisation AND state = 'DRAFT'
            """)
    int write(UUID run, UUID organisation, String narrative, String evidence, Instant now);

    @SqlUpdate("""
            UPDATE award_run r
            SET search = :search, updated_at = :now,
                group_id = (SELECT g.id FROM people_group g WHERE g.id = :group AND g.organisation_id = :organisation
                            AND (CAST(:member AS uuid) IS NULL OR EXISTS (
                                SELECT FROM team_assignment t WHERE t.group_id = g.id AND t.account_id = :member)))
            WHERE r.id = :run AND r.organisation_id = :organisation AND r.state = 'DRAFT'
            """)
    int search(UUID run, UUID organisation, @Nullable UUID member, String search, @Nullable UUID group, Instant now);

    /** The newest version of the badge of a draft. */
    @SqlUpdate("""
            UPDATE award_run r SET updated_at = :now, achievement_version_id = (
                SELECT later.id FROM achievement_version old
                JOIN achievement_version later ON later.achievement_id = old.achievement_id
                WHERE old.id = r.achievement_version_id
                ORDER BY later.version DESC LIMIT 1)
            WHERE r.id = :run AND r.organisation_id = :organisation AND r.state = 'DRAFT'
            """)
    int renew(UUID run, UUID organisation, Instant now);

    @SqlUpdate("DELETE FROM award_run WHERE id = :run AND organisation_id = :organisation")
    int delete(UUID run, UUID organisation);

    /** Of two runs with one content, the second waits here for the first. */
    @SqlQuery("SELECT pg_advisory_xact_lock(hashtextextended(encode(:digest, 'hex'), 96))::text")
    String lockContent(byte[] digest);

    @SqlQuery("SELECT id FROM award_run WHERE organisation_id = :organisation AND content_digest = :digest")
    Optional<UUID> withContent(UUID organisation, byte[] digest);

    @SqlUpdate("""
            UPDATE award_run
            SET state = 'STARTED', started_by = :by, content_digest = :digest, people = :people, search = '', group_id = NULL,
                updated_at = :now
            WHERE id = :run AND organisation_id = :organisation AND state = 'DRAFT'
            """)
    int start(UUID run, UUID organisation, UUID by, byte[] digest, int people, Instant now);

    /**
     * Runs of whichever organisation in which people wait and that nobody touched since; no other node takes them now.
     *
     * @param atOnce a run of more people is taken as soon as it starts
     * @param mine taken although they were touched
     */
    @SqlQuery(
            "SELECT run_id, organisation_id, account_id FROM take_waiting_runs(:untouched, :now, :most, :atOnce, :mine)")
    List<WaitingRow> takeWaiting(Instant untouched, Instant now, int most, int atOnce, UUID[] mine);

    @SqlUpdate("""
            UPDATE award_run SET state = 'STOPPED', updated_at = :now
            WHERE id = :run AND organisation_id = :organisation AND state = 'STARTED'
            """)
    int stop(UUID run, UUID organisation, Instant now);

    /** In the name of whoever says so, after it was stopped. */
    @SqlUpdate("""
            UPDATE award_run SET state = 'STARTED', started_by = :by, updated_at = :now
            WHERE id = :run AND organisation_id = :organisation AND state = 'STOPPED'
            """)
    int goOn(UUID run, UUID organisation, UUID by, Instant now);

    /** Once nobody waits and nobody failed; the words go. */
    @SqlUpdate("""
            WITH done AS (
                UPDATE award_run r SET state = 'DONE', narrative = '', evidence = '', updated_at = :now
                WHERE r.id = :run AND r.organisation_id = :organisation AND r.state = 'STARTED'
                  AND NOT EXISTS (SELECT 1 FROM award_run_person p WHERE p.run_id = r.id AND p.state <> 'OFFERED')
                RETURNING r.id)
            UPDATE award_run_person SET line = '', updated_at = :now WHERE run_id IN (SELECT id FROM done)
            """)
    int finish(UUID run, UUID organisation, Instant now);

    @SqlQuery("SELECT drop_award_runs(:untouched, :done)::text")
    String drop(Instant untouched, Instant done);
}
