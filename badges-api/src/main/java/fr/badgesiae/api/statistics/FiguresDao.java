package fr.badgesiae.api.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of figures: counts of one organisation and one year, each by an index on the day. */
@RegisterConstructorMapper(FiguresDao.EventRow.class)
@RegisterConstructorMapper(FiguresDao.PartRow.class)
@RegisterConstructorMapper(FiguresDao.BadgeRow.class)
public interface FiguresDao {
    /** Stands for the exit of somebody whose pathway did not end in the year, or who has none. */
    String GOES_ON = "GOES_ON";

    /**
     * What happened.
     *
     * @param month from 1; 0 for the whole year
     */
    record EventRow(String measure, int month, long number) {}

    /** What people of one set have; {@code labels} are its values. */
    record PartRow(List<String> labels, long people, long offered, long accepted) {}

    /**
     * What was done with badges.
     *
     * @param id null in the sum of a ROME code, category and level
     * @param category null in the sum of a ROME code; so is the level, which is null for a badge without one too
     */
    record BadgeRow(
            String rome,
            @Nullable String category,
            @Nullable String level,
            @Nullable UUID id,
            @Nullable String name,
            long people,
            long offered,
            long accepted) {}

    String FACTS = """
            WITH facts AS (
                SELECT o.worker_id, v.achievement_id, 1 AS offered, 0 AS accepted
                FROM offer o
                JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
                WHERE o.organisation_id = :organisation AND o.created_at >= :from AND o.created_at < :until
                UNION ALL
                SELECT a.worker_id, v.achievement_id, 0, 1
                FROM award a
                JOIN achievement_version v ON v.id = a.achievement_version_id AND v.organisation_id = a.organisation_id
                WHERE a.organisation_id = :organisation AND a.state = 'LIVE'
                  AND a.awarded_on BETWEEN :first AND :last)
            """;

    String SUMS = """
            count(DISTINCT f.worker_id) FILTER (WHERE f.accepted = 1) AS people, sum(f.offered) AS offered,
            sum(f.accepted) AS accepted
            """;

    /** A year in one statement; {@code FIRST} is the first year in which a badge was offered. */
    String YEAR = """
            SELECT 'OFFERED' AS measure, extract(month FROM o.created_at AT TIME ZONE :zone)::int AS month,
                   count(*) AS number
            FROM offer o
            WHERE o.organisation_id = :organisation AND o.created_at >= :from AND o.created_at < :until
            GROUP BY 2
            UNION ALL
            SELECT 'ACCEPTED', extract(month FROM a.awarded_on)::int, count(*) FROM award a
            WHERE a.organisation_id = :organisation AND a.state = 'LIVE' AND a.awarded_on BETWEEN :first AND :last
            GROUP BY 2
            UNION ALL
            SELECT 'PEOPLE', 0, count(DISTINCT a.worker_id) FROM award a
            WHERE a.organisation_id = :organisation AND a.state = 'LIVE' AND a.awarded_on BETWEEN :first AND :last
            UNION ALL
            SELECT 'OFFERED_PEOPLE', 0, count(DISTINCT o.worker_id) FROM offer o
            WHERE o.organisation_id = :organisation AND o.created_at >= :from AND o.created_at < :until
            UNION ALL
            SELECT 'DAYS', 0, percentile_disc(0.5) WITHIN GROUP (
                ORDER BY greatest(a.awarded_on - (
                    SELECT (o.created_at AT TIME ZONE :zone)::date FROM offer o
                    WHERE o.id = a.offer_id AND o.organisation_id = a.organisation_id), 0))
            FROM award a
            WHERE a.organisation_id = :organisation AND a.state = 'LIVE' AND a.awarded_on BETWEEN :first AND :last
              -- An erasure leaves days by month.
              AND a.created_at <> date_trunc('month', a.created_at)
              AND (SELECT w.erased_at FROM worker w
                   WHERE w.id = a.worker_id AND w.organisation_id = a.organisation_id) IS NULL
            HAVING count(DISTINCT a.worker_id) >= 5
            UNION ALL
            SELECT 'REFUSED', 0, count(*) FROM offer o
            WHERE o.organisation_id = :organisation AND o.state = 'DECLINED'
              AND o.updated_at >= :from AND o.updated_at < :until
            UNION ALL
            SELECT 'REPORTED', 0, count(*) FROM audit_event e
            WHERE e.organisation_id = :organisation AND e.code = 'OFFER_DISPUTED'
              AND e.created_at >= :from AND e.created_at < :until
            UNION ALL
            SELECT 'REVOKED', 0, count(DISTINCT c.award_id) FROM credential c
            WHERE c.organisation_id = :organisation AND c.revoked_at >= :from AND c.revoked_at < :until
              AND c.public_reason IN
                  ('WRONG_PERSON', 'WRONG_CONTENT', 'CRITERIA_NOT_MET', 'HOLDER_REQUEST', 'HOLDER_WITHDREW')
            UNION ALL
            (SELECT 'FIRST', 0, extract(year FROM o.created_at AT TIME ZONE :zone)::int FROM offer o
             WHERE o.organisation_id = :organisation ORDER BY o.created_at LIMIT 1)
            """;

    @SqlQuery(YEAR)
    List<EventRow> year(UUID organisation, Instant from, Instant until, LocalDate first, LocalDate last, String zone);

    @SqlQuery(FACTS + """
            , badge AS (
                SELECT DISTINCT ON (v.achievement_id) v.achievement_id AS id, v.content ->> 'name' AS name,
                       v.content ->> 'category' AS category, v.content ->> 'level' AS level,
                       coalesce(jsonb_path_query_first(
                           v.content, '$.alignments[*] ? (@.framework == "ROME").code') #>> '{}', '') AS rome
                FROM achievement_version v
                WHERE v.organisation_id = :organisation
                ORDER BY v.achievement_id, v.version DESC)
            SELECT b.rome, b.category, b.level, b.id, b.name,
            """ + SUMS + """
            FROM facts f JOIN badge b ON b.id = f.achievement_id
            GROUP BY GROUPING SETS ((b.rome), (b.rome, b.category, b.level),
                                    (b.rome, b.category, b.level, b.id, b.name))
            ORDER BY b.rome, b.category, b.level, lower(b.name COLLATE "fr-x-icu"), b.id
            """)
    List<BadgeRow> badges(UUID organisation, Instant from, Instant until, LocalDate first, LocalDate last);

    @SqlQuery(FACTS + "SELECT ARRAY[w.kind] AS labels," + SUMS + """
            FROM facts f JOIN worker w ON w.id = f.worker_id AND w.organisation_id = :organisation
            GROUP BY w.kind
            ORDER BY w.kind
            """)
    List<PartRow> kinds(UUID organisation, Instant from, Instant until, LocalDate first, LocalDate last);

    @SqlQuery(FACTS + "SELECT ARRAY[coalesce(g.name, '')] AS labels," + SUMS + """
            FROM facts f
            LEFT JOIN group_member m
                ON m.worker_id = f.worker_id AND m.organisation_id = :organisation AND m.kind = 'SITE'
            LEFT JOIN people_group g ON g.id = m.group_id AND g.organisation_id = m.organisation_id
            GROUP BY g.id, g.name
            ORDER BY lower(g.name COLLATE "fr-x-icu"), g.id
            """)
    List<PartRow> sites(UUID organisation, Instant from, Instant until, LocalDate first, LocalDate last);

    /** Of those on a pathway of inclusion: the pathways that ended in the year, by the last of each person. */
    @SqlQuery(FACTS + "SELECT ARRAY[CASE WHEN p.ended THEN coalesce(p.exit, '') ELSE 'GOES_ON' END] AS labels," + SUMS
            + """
            FROM facts f
            JOIN worker w ON w.id = f.worker_id AND w.organisation_id = :organisation AND w.kind = 'WORKER'
            LEFT JOIN LATERAL (
                SELECT own.exit, true AS ended FROM pathway own
                WHERE own.worker_id = f.worker_id AND own.organisation_id = :organisation
                  AND own.ends_on BETWEEN :first AND :last
                ORDER BY own.ends_on DESC, own.id
                LIMIT 1) p ON true
            GROUP BY 1
            ORDER BY 1
            """)
    List<PartRow> exits(UUID organisation, Instant from, Instant until, LocalDate first, LocalDate last);

    /** By the set of groups that somebody is in; each label is an id and a name. */
    @SqlQuery(FACTS + """
            , sets AS (
                SELECT m.worker_id, array_agg(g.id || ' ' || g.name ORDER BY lower(g.name COLLATE "fr-x-icu"), g.id) AS labels
                FROM group_member m JOIN people_group g ON g.id = m.group_id AND g.organisation_id = m.organisation_id
                WHERE m.organisation_id = :organisation AND m.kind = 'GROUP' AND g.archived_at IS NULL
                GROUP BY m.worker_id)
            SELECT coalesce(s.labels, '{}') AS labels,
            """ + SUMS + """
            FROM facts f LEFT JOIN sets s ON s.worker_id = f.worker_id
            GROUP BY 1
            ORDER BY 1
            """)
    List<PartRow> groups(UUID organisation, Instant from, Instant until, LocalDate first, LocalDate last);
}
