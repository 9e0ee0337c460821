package fr.badgesiae.api.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of slips that are printed together; every statement runs for one organisation. */
@RegisterConstructorMapper(SlipDao.LineRow.class)
@RegisterConstructorMapper(SlipDao.SlipRow.class)
public interface SlipDao {
    /**
     * An offer whose slip can be printed.
     *
     * @param slips how many there are
     */
    record LineRow(
            UUID id, String firstName, String lastName, String badge, int prints, Instant createdAt, int slips) {}

    /** A slip as the database has it. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record SlipRow(
            UUID id,
            String firstName,
            String lastName,
            String badge,
            Instant endsAt,
            byte @Nullable [] codeSealed,
            byte @Nullable [] pinSealed,
            @Nullable String follower) {}

    /** As payslips are sorted: by last name. */
    String NAMES = """
            lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), o.created_at, o.id
            """;

    /** Offers that wait for an answer, with a slip that opens. */
    String OPEN = """
            FROM offer o
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
            JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
            WHERE o.organisation_id = :organisation AND o.state = 'OFFERED' AND o.ends_at > :now AND o.failed_pins < 5
              AND o.code_sealed IS NOT NULL
            """;

    /** By last name; where there are more, those that were never printed come before the others. */
    @SqlQuery("SELECT id, first_name, last_name, badge, prints, created_at, slips FROM ("
            + "SELECT o.id, w.first_name, w.last_name, v.content ->> 'name' AS badge, o.prints, o.created_at, "
            + "count(*) OVER () AS slips, row_number() OVER (ORDER BY o.prints > 0, " + NAMES + ") AS place, "
            + "row_number() OVER (ORDER BY " + NAMES + ") AS listed "
            + OPEN
            + ") slip WHERE place <= :most ORDER BY listed")
    List<LineRow> open(UUID organisation, Instant now, int most);

    /** Those of them that a run offered and nobody printed yet. */
    @SqlQuery("SELECT o.id, w.first_name, w.last_name, v.content ->> 'name' AS badge, o.prints, o.created_at, "
            + "count(*) OVER () AS slips "
            + OPEN
            + "AND o.prints = 0 AND o.id IN (SELECT p.offer_id FROM award_run_person p WHERE p.run_id = :run) "
            + "ORDER BY "
            + NAMES
            + "LIMIT :most")
    List<LineRow> openOfRun(UUID organisation, UUID run, Instant now, int most);

    /** Those of them that are open, in the order of their slips. */
    @SqlQuery("SELECT o.id " + OPEN + "AND o.id = ANY(:offers) ORDER BY " + NAMES)
    List<UUID> ordered(UUID organisation, UUID[] offers, Instant now);

    /** Those of them that are still open, locked until the transaction ends. */
    @SqlQuery("SELECT o.id, w.first_name, w.last_name, v.content ->> 'name' AS badge, o.ends_at, "
            + "o.code_sealed, o.pin_sealed, (SELECT a.display_name FROM account a "
            + "WHERE a.id = coalesce(o.followed_by, o.offered_by)) AS follower "
            + OPEN
            + "AND o.id = ANY(:offers) "
            + "ORDER BY "
            + NAMES
            + "FOR UPDATE OF o")
    List<SlipRow> lock(UUID organisation, UUID[] offers, Instant now);

    @SqlUpdate("UPDATE offer SET prints = prints + 1 WHERE organisation_id = :organisation AND id = ANY(:offers)")
    int printed(UUID organisation, UUID[] offers);
}
