package fr.badgesiae.api.platform.db;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Runs every migration after version 19 on a database with rows in every table. */
class MigrationsOnDataTest {
    /** Columns moved to a new table, and the number of rows that it must have. */
    private static final Map<String, Map<String, String>> MOVED = Map.of(
            "023",
            Map.of(
                    "credential_document",
                    "SELECT count(*) FROM credential WHERE payload IS NOT NULL OR document IS NOT NULL"));

    /** New tables that begin empty. */
    private static final Map<String, List<String>> EMPTY = Map.ofEntries(
            entry("036", List.of("access_reopening")),
            entry("040", List.of("information_sheet")),
            entry("041", List.of("erasure", "erased_document", "erasure_run")),
            entry("045", List.of("throttle")),
            entry("049", List.of("organisation_logo")),
            entry("050", List.of("form_answer")),
            entry("061", List.of("closing_run")),
            entry("070", List.of("wallet_offer")),
            entry("073", List.of("openid_offer", "wallet_document", "spent_nonce")),
            entry("074", List.of("share_link_badge")),
            entry("075", List.of("public_badge", "ended_public_badge")),
            entry("080", List.of("outbox")),
            entry("081", List.of("holder_contact")),
            entry("082", List.of("passkey_owner", "passkey", "passkey_challenge")),
            entry("084", List.of("imported_badge")),
            entry("096", List.of("award_run", "award_run_person")),
            entry("098", List.of("people_group", "group_member")),
            entry("102", List.of("rights_change")),
            entry("112", List.of("people_import", "people_import_row")),
            entry("113", List.of("import_column")),
            entry("117", List.of("audit_round", "audit_head", "audit_day", "audit_tip")),
            entry("121", List.of("ceremony", "ceremony_offer")),
            entry("123", List.of("observation")),
            entry("124", List.of("observation_photo")),
            entry("126", List.of("own_words")),
            entry("129", List.of("team_assignment")),
            entry("131", List.of("delegation")),
            entry("133", List.of("publication_request")),
            entry("134", List.of("distinct_people")),
            entry("136", List.of("person_contact")),
            entry("140", List.of("badge_request")),
            entry("141", List.of("badge_without_requests")),
            entry("144", List.of("badge_event", "event_entry")),
            entry("149", List.of("network_message", "network_message_reading")),
            entry("150", List.of("offer_step")),
            entry("174", List.of("client_code")),
            entry("210", List.of("earlier_siret")));

    private static final String TEXTS = """
            SELECT md5(string_agg(concat_ws('|', %s, payload, document, jwt), E'\\n' ORDER BY %s))
            FROM %s WHERE payload IS NOT NULL OR document IS NOT NULL
            """;

    /** Tables of counts that no longer count. */
    private static final Map<String, List<String>> DROPPED = Map.of("045", List.of("pin_failure"));

    private static Jdbi owner(DatabaseAddress address) {
        return Jdbi.create(address.url(), address.user(), address.password().value());
    }

    private static String one(Handle handle, String sql) {
        return handle.select(sql).mapTo(String.class).one();
    }

    private static Map<String, Long> rows(Handle handle) {
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables = handle.createQuery("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'flyway_schema_history'
                        """).mapTo(String.class).list();
        for (String table : tables) {
            rows.put(table, Long.valueOf(one(handle, "SELECT count(*) FROM " + table)));
        }
        return rows;
    }

    private static List<String> pending(DatabaseAddress address) {
        return new Migrations(address)
                .pending().stream().map(name -> name.substring(1, 4)).toList();
    }

    @Test
    void noRowIsLostAndNoneMadeUp() {
        DatabaseAddress address = Version19.open();
        List<String> versions = pending(address);
        assertThat(versions).first().isEqualTo("020");
        try (Handle handle = owner(address).open()) {
            assertThat(rows(handle))
                    .as("rows to lose in every table")
                    .allSatisfy((table, count) -> assertThat(count).as(table).isPositive());
            for (String version : versions) {
                Map<String, Long> expected = rows(handle);
                MOVED.getOrDefault(version, Map.of())
                        .forEach((table, count) -> expected.put(table, Long.valueOf(one(handle, count))));
                EMPTY.getOrDefault(version, List.of()).forEach(table -> expected.put(table, 0L));
                DROPPED.getOrDefault(version, List.of()).forEach(expected::remove);
                Version19.upTo(address, version);
                assertThat(rows(handle)).as("after V%s", version).isEqualTo(expected);
            }
        }
        new Migrations(address).requireNonePending();
    }

    @Test
    void signedTextsStayByteForByteAndSuccessorsAreTheNextEdition() {
        DatabaseAddress address = Version19.open();
        try (Handle handle = owner(address).open()) {
            String before = one(handle, TEXTS.formatted("id", "id", "credential"));
            new Migrations(address).migrate();
            assertThat(one(handle, TEXTS.formatted("credential_id", "credential_id", "credential_document")))
                    .isEqualTo(before);
            assertThat(
                            one(
                                    handle,
                                    "SELECT string_agg(DISTINCT edition::text, ',') FROM credential WHERE supersedes IS NOT NULL"))
                    .isEqualTo("2");
            assertThat(one(
                            handle,
                            "SELECT string_agg(DISTINCT edition::text, ',') FROM credential WHERE supersedes IS NULL"))
                    .isEqualTo("1");
        }
    }

    @Test
    void anOrganisationOverseasGetsTheTimeZoneOfItsPostcode() {
        DatabaseAddress address = Version19.open();
        try (Handle handle = owner(address).open()) {
            Version19.upTo(address, "057");
            List<String> some = handle.select("SELECT id::text FROM organisation ORDER BY id LIMIT 4")
                    .mapTo(String.class)
                    .list();
            String set = "UPDATE organisation SET town = ?, data_controller = ? WHERE id = ?::uuid";
            handle.execute(set, "97300 Cayenne", "Atelier, 97400 Saint-Denis", some.get(0));
            handle.execute(set, "Saint-Denis", "Atelier, 1 rue de l’Exemple, 97400 Saint-Denis", some.get(1));
            handle.execute(set, "98000 Monaco", "SIRET 97400000000000", some.get(2));

            Version19.upTo(address, "059");

            assertThat(handle.select("SELECT time_zone FROM organisation ORDER BY id LIMIT 4")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("America/Cayenne", "Indian/Reunion", "Europe/Paris", "Europe/Paris");
        }
    }

    @Test
    void rowsWithoutWhatTheyReferToAreNamedAndNothingIsChanged() {
        DatabaseAddress address = Version19.open();
        try (Handle handle = owner(address).open()) {
            handle.execute("UPDATE award SET offer_id = gen_random_uuid()"
                    + " WHERE id IN (SELECT id FROM award ORDER BY id LIMIT 3)");
            handle.execute("UPDATE session SET holder_id = gen_random_uuid()"
                    + " WHERE id = (SELECT id FROM session WHERE kind = 'HOLDER' ORDER BY id LIMIT 1)");

            assertThatThrownBy(new Migrations(address)::migrate)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("award.offer_id,organisation_id: 3 row(s) without their row of offer.")
                    .hasMessageContaining("session.holder_id: 1 row(s) without their row of holder.")
                    .hasMessageContaining("SELECT r.* FROM award r WHERE")
                    .hasMessageContaining("restore the missing rows or delete these, then run \"db migrate\" again");

            assertThat(pending(address)).first().isEqualTo("020");
            handle.execute("DELETE FROM session WHERE NOT EXISTS (SELECT 1 FROM holder WHERE holder.id = holder_id)"
                    + " AND kind = 'HOLDER'");
            handle.execute("DELETE FROM acceptance WHERE credential_id IN (SELECT c.id FROM credential c JOIN award a"
                    + " ON a.id = c.award_id WHERE NOT EXISTS (SELECT 1 FROM offer WHERE offer.id = a.offer_id))");
            handle.execute("DELETE FROM share_link WHERE credential_id IN (SELECT c.id FROM credential c JOIN award a"
                    + " ON a.id = c.award_id WHERE NOT EXISTS (SELECT 1 FROM offer WHERE offer.id = a.offer_id))");
            handle.execute("DELETE FROM credential WHERE award_id IN (SELECT a.id FROM award a"
                    + " WHERE NOT EXISTS (SELECT 1 FROM offer WHERE offer.id = a.offer_id))");
            handle.execute("DELETE FROM award WHERE NOT EXISTS (SELECT 1 FROM offer WHERE offer.id = award.offer_id)");
        }
        assertThat(new Migrations(address).migrate()).isPositive();
    }
}
