package fr.badgesiae.api.observation;

import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.Objection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of observations; every statement runs for one organisation. */
@RegisterConstructorMapper(ObservationDao.ObservationRow.class)
@RegisterConstructorMapper(ObservationDao.PersonRow.class)
@RegisterConstructorMapper(ObservationDao.ChoiceRow.class)
@RegisterConstructorMapper(ObservationDao.BadgeRow.class)
public interface ObservationDao {
    /** An observation with the names of its person, badge and author. */
    record ObservationRow(
            UUID id,
            UUID workerId,
            String firstName,
            String lastName,
            UUID achievementId,
            String badge,
            UUID seenBy,
            String author,
            LocalDate seenOn,
            Manner manner,
            List<String> tasks,
            String note,
            @Nullable Objection objection,
            boolean photo,
            boolean client,
            Instant createdAt) {}

    /** A person to observe; {@code informed} says whether they were given the information sheet. */
    record PersonRow(UUID id, String firstName, String lastName, boolean informed) {}

    /** What a list can be filtered by: {@code kind} is BADGE or AUTHOR. */
    record ChoiceRow(String kind, UUID id, String name) {}

    /** The newest version of a badge. */
    record BadgeRow(UUID id, String content) {}

    /** Those of people whom the reach {@code :member} includes. */
    String OBSERVATION = """
            SELECT o.id, o.worker_id, w.first_name, w.last_name, o.achievement_id, a.name AS badge, o.seen_by,
                   author_of(o.client, t.display_name) AS author, o.seen_on, o.manner, o.tasks, o.note, o.objection,
                   EXISTS (SELECT FROM observation_photo p
                           WHERE p.observation_id = o.id AND p.organisation_id = o.organisation_id) AS photo,
                   o.client IS NOT NULL AS client, o.created_at
            FROM observation o
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
            JOIN achievement a ON a.id = o.achievement_id AND a.organisation_id = o.organisation_id
            JOIN account t ON t.id = o.seen_by
            WHERE o.organisation_id = :organisation AND is_assigned(:member, o.worker_id)
            """;

    /** Observations that a person objected to in the last two weeks. */
    String OBJECTED = """
            SELECT count(*) FROM observation o
            WHERE o.organisation_id = :organisation AND o.objection IS NOT NULL
              AND o.objected_at > CAST(:now AS timestamptz) - interval '14 days'
            """;

    @SqlQuery("SELECT w.id FROM worker w WHERE w.id = :person AND " + MayObserve.CONDITION + " FOR KEY SHARE OF w")
    Optional<UUID> mayObserve(UUID person, UUID organisation, @Nullable UUID member);

    /** People with these words in their names, by last name. */
    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.notice_given_on IS NOT NULL AS informed
            FROM page_of_teams(:member, NULL, :words, '', '', '00000000-0000-0000-0000-000000000000', :most) page
            JOIN worker w ON w.id = page.worker_id
            WHERE
            """ + MayObserve.CONDITION + """

            ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
            """)
    List<PersonRow> named(UUID organisation, @Nullable UUID member, String words, int most);

    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.notice_given_on IS NOT NULL AS informed
            FROM worker w WHERE w.id = :person AND
            """ + MayObserve.CONDITION)
    Optional<PersonRow> person(UUID person, UUID organisation, @Nullable UUID member);

    /** Whom this author observed last, the latest first. */
    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.notice_given_on IS NOT NULL AS informed
            FROM (SELECT o.worker_id, max(o.created_at) AS latest FROM observation o
                  WHERE o.organisation_id = :organisation AND o.seen_by = :author
                  GROUP BY o.worker_id ORDER BY latest DESC LIMIT :most) seen
            JOIN worker w ON w.id = seen.worker_id
            WHERE
            """ + MayObserve.CONDITION + """

            ORDER BY seen.latest DESC, w.id
            """)
    List<PersonRow> latest(UUID organisation, UUID author, @Nullable UUID member, int most);

    /** The newest version of each badge that may be awarded, and of the given one whatever its state. */
    @SqlQuery("""
            SELECT DISTINCT ON (v.achievement_id) v.achievement_id AS id, v.content
            FROM achievement_version v JOIN achievement a ON a.id = v.achievement_id AND a.organisation_id = v.organisation_id
            WHERE v.organisation_id = :organisation AND (a.state = 'PUBLISHED' OR a.id = :badge)
            ORDER BY v.achievement_id, v.version DESC
            """)
    List<BadgeRow> badges(UUID organisation, @Nullable UUID badge);

    @SqlUpdate("""
            INSERT INTO observation (id, organisation_id, worker_id, achievement_id, seen_by, seen_on, manner, tasks, note,
                created_at, updated_at)
            VALUES (:id, :organisation, :person, :badge, :by, :seenOn, :manner, :tasks, :note, :now, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID person,
            UUID badge,
            UUID by,
            LocalDate seenOn,
            Manner manner,
            String[] tasks,
            String note,
            Instant now);

    @SqlUpdate("""
            UPDATE observation SET seen_on = :seenOn, manner = :manner, tasks = :tasks, note = :note, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation
            """)
    int change(UUID id, UUID organisation, LocalDate seenOn, Manner manner, String[] tasks, String note, Instant now);

    @SqlUpdate("DELETE FROM observation WHERE id = :id AND organisation_id = :organisation")
    int delete(UUID id, UUID organisation);

    /** Locked until the transaction ends. */
    @SqlQuery("SELECT id FROM observation WHERE id = :id AND organisation_id = :organisation FOR UPDATE")
    Optional<UUID> lock(UUID id, UUID organisation);

    /** @param author null for any */
    @SqlQuery(OBSERVATION + "AND o.id = :id AND o.seen_by = coalesce(CAST(:author AS uuid), o.seen_by)")
    Optional<ObservationRow> find(UUID id, UUID organisation, @Nullable UUID author, @Nullable UUID member);

    /**
     * The newest first; an unknown {@code before} starts at the first page.
     *
     * @param filters conditions of this code, each after {@code AND}
     */
    @SqlQuery(OBSERVATION + """
            <filters>
              AND (o.seen_on, o.id) < (
                  coalesce((SELECT b.seen_on FROM observation b WHERE b.id = :before AND b.organisation_id = :organisation),
                      'infinity'),
                  coalesce((SELECT b.id FROM observation b WHERE b.id = :before AND b.organisation_id = :organisation),
                      'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            ORDER BY o.seen_on DESC, o.id DESC
            LIMIT :most
            """)
    List<ObservationRow> page(
            @Define("filters") String filters,
            UUID organisation,
            @Nullable UUID person,
            @Nullable UUID badge,
            @Nullable UUID author,
            @Nullable UUID member,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID before,
            int most);

    /** The badges and the authors of the observations that a reader may see. */
    @SqlQuery("""
            SELECT 'BADGE' AS kind, a.id, a.name
            FROM achievement a
            WHERE a.organisation_id = :organisation AND EXISTS (
                SELECT FROM observation o
                WHERE o.achievement_id = a.id AND o.organisation_id = a.organisation_id
                  AND o.seen_by = coalesce(CAST(:author AS uuid), o.seen_by))
            UNION ALL
            SELECT 'AUTHOR', t.id, t.display_name
            FROM membership m JOIN account t ON t.id = m.account_id
            WHERE m.organisation_id = :organisation AND EXISTS (
                SELECT FROM observation o WHERE o.seen_by = m.account_id AND o.organisation_id = m.organisation_id
                  AND o.seen_by = coalesce(CAST(:author AS uuid), o.seen_by))
            ORDER BY name, id
            LIMIT 600
            """)
    List<ChoiceRow> choices(UUID organisation, @Nullable UUID author);

    @SqlUpdate("""
            INSERT INTO observation_photo (observation_id, organisation_id, sealed, created_at, updated_at)
            VALUES (:id, :organisation, :sealed, :now, :now)
            ON CONFLICT (observation_id) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at
            """)
    void keepPhoto(UUID id, UUID organisation, byte[] sealed, Instant now);

    @SqlUpdate("DELETE FROM observation_photo WHERE observation_id = :id AND organisation_id = :organisation")
    int removePhoto(UUID id, UUID organisation);

    @SqlQuery("SELECT sealed FROM observation_photo WHERE observation_id = :id AND organisation_id = :organisation")
    Optional<byte[]> photo(UUID id, UUID organisation);
}
