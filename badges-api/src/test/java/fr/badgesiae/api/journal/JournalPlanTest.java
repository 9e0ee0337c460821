package fr.badgesiae.api.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the journal is read where an organisation has 200,000 lines and most are of one kind: by index, a few of each code. */
class JournalPlanTest {
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID MEMBER = UUID.randomUUID();
    private static final Pattern SCANNED =
            Pattern.compile("on audit_event e.*?\\(actual rows=([0-9.]+) loops=(\\d+)\\)");

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database.owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO organisation (id, kind, siret, legal_name, public_name, created_at, updated_at)"
                            + " VALUES (?, 'ACI', '73282932000074', 'Atelier', 'Atelier', now(), now())",
                    HERE);
            handle.execute(
                    "INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)"
                            + " SELECT now() - n * interval '1 minute', ?, 'ACCOUNT',"
                            + " CASE WHEN n % 1000 = 0 THEN ?::uuid ELSE gen_random_uuid() END,"
                            + " CASE WHEN n % 5000 = 0 THEN 'LOGO_REPLACED' ELSE 'SLIP_PRINTED' END, gen_random_uuid()"
                            + " FROM generate_series(1, 200000) n",
                    HERE, MEMBER);
            handle.execute("ANALYZE audit_event");
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String plan(String condition, String[] codes) {
        return database.owner().inTransaction(handle -> {
            handle.createQuery("SELECT set_config('app.organisation', :here, true)")
                    .bind("here", HERE.toString())
                    .mapTo(String.class)
                    .one();
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, COSTS OFF) " + JournalDao.LATEST)
                            .define("condition", condition)
                            .bind("organisation", HERE)
                            .bind("codes", codes)
                            .bindByType("member", condition.isEmpty() ? null : MEMBER, UUID.class)
                            .bind("from", Instant.parse("2000-01-01T00:00:00Z"))
                            .bind("until", Position.TOP.at())
                            .bind("at", Position.TOP.at())
                            .bind("id", Position.TOP.id())
                            .bind("most", 51)
                            .mapTo(String.class)
                            .list());
        });
    }

    private static long scanned(String plan) {
        List<MatchResult> scans = SCANNED.matcher(plan).results().toList();
        assertThat(scans).as(plan).isNotEmpty();
        return Math.round(scans.stream()
                .mapToDouble(scan -> Double.parseDouble(scan.group(1)) * Long.parseLong(scan.group(2)))
                .sum());
    }

    @Test
    void theWholeListReadsAFewLinesOfEachCode() {
        String[] codes = Act.shown(Optional.empty());
        String plan = plan("", codes);

        assertThat(plan).contains("audit_event_of_code").doesNotContain("Seq Scan on audit_event");
        assertThat(scanned(plan)).isBetween(51L, 51L * codes.length);
    }

    @Test
    void aRareKindIsFoundWithoutReadingTheOthers() {
        String plan = plan("", Act.shown(Optional.of(ActKind.ORGANISATION)));

        assertThat(plan).contains("audit_event_of_code").doesNotContain("Seq Scan on audit_event");
        assertThat(scanned(plan)).isEqualTo(40);
    }

    @Test
    void theLinesOfAMemberAreFoundByTheirIndex() {
        String plan = plan(JournalDao.BY_MEMBER, Act.shown(Optional.of(ActKind.OFFERS)));

        assertThat(plan)
                .contains("audit_event_of_actor")
                .doesNotContain("Rows Removed by Filter", "Seq Scan on audit_event");
        assertThat(scanned(plan)).isLessThanOrEqualTo(51);
    }
}
