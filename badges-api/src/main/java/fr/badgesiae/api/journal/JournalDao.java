package fr.badgesiae.api.journal;

import fr.badgesiae.api.platform.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of the journal: the latest lines of each code by index, merged. */
@RegisterConstructorMapper(JournalDao.LineRow.class)
@RegisterConstructorMapper(JournalDao.NameRow.class)
@RegisterConstructorMapper(JournalDao.OwnRow.class)
public interface JournalDao {
    String PAGE = """
              AND e.created_at >= :from AND e.created_at < :until AND (e.created_at, e.id) < (:at, :id)
            ORDER BY e.created_at DESC, e.id DESC
            LIMIT :most
            """;

    /** The ids of a page; {@code <condition>} is one of a filter's. */
    String LATEST = """
            SELECT p.line FROM (
                (SELECT l.line, l.created_at, l.id
                 FROM unnest(:codes) AS wanted (code)
                 CROSS JOIN LATERAL (
                    SELECT e AS line, e.created_at, e.id FROM audit_event e
                    WHERE e.organisation_id = :organisation AND e.code = wanted.code <condition>
            """ + PAGE + """
                 ) l ORDER BY l.created_at DESC, l.id DESC LIMIT :most)
                UNION ALL
                (SELECT n, n.created_at, n.id
                 FROM acts_of_network(:codes, :member, :from, :until, :at, :id, :most) n)) p
            ORDER BY p.created_at DESC, p.id DESC
            LIMIT :most
            """;

    /** The ids of a page about one person or badge; {@code <subjects>} is one of {@link #OF_PERSON} and {@link #OF_BADGE}. */
    String ABOUT = """
            SELECT e AS line FROM audit_event e
            WHERE e.organisation_id = :organisation AND e.code = ANY (:codes)
              AND e.subject_id = ANY (ARRAY(SELECT s.subject_id FROM <subjects> s)) <condition>
            """ + PAGE;

    /** What the lines of a person are about. */
    String OF_PERSON = "subjects_of_worker(:person)";

    /** What the lines of a badge are about, or of a badge and a person. */
    String OF_BADGE = "subjects_of_badge(:badge, :person)";

    /** A condition of a filter. */
    String BY_MEMBER = "AND e.actor_id = :member";

    /** The part of the copy of a desk file; {@code <codes>} is an array of literals. */
    String EXPORT_FILE = """
            SELECT j.created_at, j.code AS act, o.public_name AS organisation, j.thing AS badge, r.role, r.rights
            FROM journal_lines(ARRAY(
                SELECT e FROM audit_event e
                WHERE e.organisation_id = :organisation AND e.code = ANY (<codes>)
                  AND e.subject_id = ANY (ARRAY(SELECT s.subject_id FROM subjects_of_worker(:person) s)))) j
            JOIN organisation o ON o.id = j.organisation_id
            JOIN audit_event e ON e.id = j.id
            LEFT JOIN LATERAL rights_of_author(e.organisation_id, e.actor_id, e.created_at) r ON e.actor_kind = 'ACCOUNT'
            ORDER BY j.created_at, j.id
            """;

    /** The part of the copy of a space. */
    String EXPORT_SPACE = """
            SELECT created_at, code AS act, organisation, badge, thing, wallet, role, rights
            FROM acts_of_holder(<codes>, 100000)
            ORDER BY created_at
            """;

    @SqlQuery("SELECT j.* FROM journal_lines(ARRAY(" + LATEST + ")) j")
    List<LineRow> latest(
            @Define("condition") String condition,
            UUID organisation,
            String[] codes,
            @Nullable UUID member,
            Instant from,
            Instant until,
            Instant at,
            long id,
            int most);

    @SqlQuery("SELECT j.* FROM journal_lines(ARRAY(" + ABOUT + ")) j")
    List<LineRow> about(
            @Define("subjects") String subjects,
            @Define("condition") String condition,
            UUID organisation,
            @Nullable UUID person,
            @Nullable UUID badge,
            String[] codes,
            @Nullable UUID member,
            Instant from,
            Instant until,
            Instant at,
            long id,
            int most);

    /**
     * The members and badges to choose from, at most 300 each; the name of the person whose lines are shown; the latest head of the
     * organisation's lines, its digest as the name.
     */
    @SqlQuery("""
            (SELECT 'MEMBER' AS kind, a.id, a.display_name AS name, CAST(NULL AS timestamptz) AS at
             FROM membership m JOIN account a ON a.id = m.account_id
             WHERE m.organisation_id = :organisation
             ORDER BY a.display_name COLLATE "fr-x-icu", a.id
             LIMIT 300)
            UNION ALL
            (SELECT 'BADGE', h.id, h.content ->> 'name', NULL
             FROM achievement h
             WHERE h.organisation_id = :organisation
             ORDER BY h.content ->> 'name' COLLATE "fr-x-icu", h.id
             LIMIT 300)
            UNION ALL
            SELECT 'PERSON', w.id, w.first_name || ' ' || w.last_name, NULL FROM worker w
            WHERE w.id = :person AND w.organisation_id = :organisation AND w.erased_at IS NULL
            UNION ALL
            (SELECT 'SEAL', NULL, encode(s.digest, 'hex'), s.created_at
             FROM audit_head s
             WHERE s.organisation_id = :organisation
             ORDER BY s.round DESC
             LIMIT 1)
            """)
    List<NameRow> names(UUID organisation, @Nullable UUID person);

    @SqlQuery(
            "SELECT created_at, code, organisation, badge, thing, wallet, role, rights FROM acts_of_holder(:codes, :most)")
    List<OwnRow> own(String[] codes, int most);

    @SqlQuery("SELECT forget_audit(:most)")
    int forget(int most);

    /**
     * A line with what its ids stand for.
     *
     * @param actorName of a member of this organisation
     * @param networkName of a member of its network
     * @param subjectKind null for a row that is gone or that has no page
     * @param workerId null when the person was erased
     * @param thing the name of a badge, member, organisation or signer
     */
    record LineRow(
            long id,
            Instant createdAt,
            String code,
            Actor.Kind actorKind,
            @Nullable String actorName,
            @Nullable String networkName,
            @Nullable UUID subjectId,
            @Nullable String subjectKind,
            @Nullable UUID workerId,
            @Nullable String workerName,
            @Nullable String thing) {}

    /**
     * What the page names beside its lines.
     *
     * @param kind MEMBER, BADGE, PERSON or SEAL
     * @param id null for a seal
     * @param at of a seal
     */
    record NameRow(
            String kind,
            @Nullable UUID id,
            String name,
            @Nullable Instant at) {}

    /**
     * A line that concerns a holder.
     *
     * @param thing the label of a link or phone
     * @param wallet the name of a {@code WalletKind}
     * @param role of the member who acted, or null
     * @param rights of that member, with spaces between; null for those of the role
     */
    record OwnRow(
            Instant createdAt,
            String code,
            @Nullable String organisation,
            @Nullable String badge,
            @Nullable String thing,
            @Nullable String wallet,
            @Nullable String role,
            @Nullable String rights) {}
}
