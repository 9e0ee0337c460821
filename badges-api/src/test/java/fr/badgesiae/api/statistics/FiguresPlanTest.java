package fr.badgesiae.api.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.db.TestDatabase;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a year of an organisation is read among 40 years: by index, and no more than that year. */
class FiguresPlanTest {
    private static final UUID HERE = UUID.randomUUID();

    @Test
    void aYearIsReadByItsDays() {
        try (TestDatabase database = TestDatabase.fresh()) {
            String plan = database.owner().inTransaction(handle -> {
                // What the rows refer to plays no part here.
                handle.execute("""
                        DO $$
                        DECLARE
                            reference record;
                        BEGIN
                            FOR reference IN
                                SELECT conrelid::regclass AS place, conname FROM pg_constraint
                                WHERE contype = 'f' AND conrelid IN ('award'::regclass, 'offer'::regclass)
                            LOOP
                                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', reference.place, reference.conname);
                            END LOOP;
                        END
                        $$
                        """);
                handle.execute("ALTER TABLE award DISABLE TRIGGER USER");
                handle.execute("ALTER TABLE offer DISABLE TRIGGER USER");
                handle.execute(
                        "INSERT INTO award (id, organisation_id, offer_id, worker_id, holder_id, achievement_version_id,"
                                + " awarded_on, state, created_at) SELECT gen_random_uuid(), ?, gen_random_uuid(),"
                                + " gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), current_date - n % 14600, 'LIVE',"
                                + " now() FROM generate_series(1, 50000) n",
                        HERE);
                handle.execute(
                        "INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, badge_name, narrative, state,"
                                + " offered_by, created_at, offered_at, updated_at, ends_at, code_lookup) SELECT gen_random_uuid(), ?,"
                                + " gen_random_uuid(), gen_random_uuid(), 'Accueil', '-', 'ACCEPTED', gen_random_uuid(),"
                                + " now() - n % 14600 * interval '1 day', now(), now(), now() + interval '1 day',"
                                + " sha256(n::text::bytea) FROM generate_series(1, 50000) n",
                        HERE);
                handle.execute("ANALYZE award, offer");
                ReadFigures.Span span =
                        ReadFigures.Span.of(Optional.of(2024), LocalDate.of(2025, 12, 31), FrenchZone.PARIS);
                return String.join(
                        "\n",
                        handle.createQuery("EXPLAIN (COSTS OFF) " + FiguresDao.YEAR)
                                .bind("organisation", HERE)
                                .bind("from", span.from())
                                .bind("until", span.until())
                                .bind("first", span.first())
                                .bind("last", span.last())
                                .bind("zone", FrenchZone.PARIS.id())
                                .mapTo(String.class)
                                .list());
            });

            assertThat(plan).contains("award_by_day", "offer_latest").doesNotContain("Seq Scan");
        }
    }
}
