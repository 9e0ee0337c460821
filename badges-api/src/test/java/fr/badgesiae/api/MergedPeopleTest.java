package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.personal.MergedTable;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two files of one person: found, told apart, merged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergedPeopleTest {
    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static String path(String one, String other) {
        return "/app/people/duplicates/" + one + "/" + other;
    }

    private int revision(String person) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT revision FROM worker WHERE id = ?::uuid", person)
                        .mapTo(Integer.class)
                        .one());
    }

    private Map<String, String> form(String keep, String other) {
        Map<String, String> form = new HashMap<>();
        form.put("keep", keep);
        form.put("word", "Réunir");
        form.put("revision-" + keep, String.valueOf(revision(keep)));
        form.put("revision-" + other, String.valueOf(revision(other)));
        return form;
    }

    private HttpResponse<String> merge(String keep, String other) throws Exception {
        return desk.member.post(path(keep, other), form(keep, other));
    }

    private String list() throws Exception {
        return desk.member.get("/app/people/duplicates").body();
    }

    private List<String> references() {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("""
                        SELECT DISTINCT c.conrelid::regclass::text FROM pg_constraint c
                        WHERE c.contype = 'f' AND c.confrelid = 'public.worker'::regclass
                        """).mapTo(String.class).list());
    }

    @Test
    void eachTableThatRefersToAPersonSaysWhatAMergeDoes() {
        Set<String> stated = desk.server.features().contributions().mergedTables().stream()
                .map(MergedTable::table)
                .collect(Collectors.toCollection(TreeSet::new));
        // Erasures are of people who are gone.
        stated.add("erasure");
        assertThat(new TreeSet<>(references())).isEqualTo(stated);
    }

    @Test
    void aMergeMovesTheRowsOfEachTableAndLeavesAnAddressThatLeadsOn() throws Exception {
        String other = desk.own.ids.get("worker");
        String keep = desk.person("Alix", "Reste-Seule");
        everywhere(other);
        for (String table : references()) {
            if (!table.equals("erasure")) {
                assertThat(desk.count(rows(table), other))
                        .as("before in %s", table)
                        .isPositive();
            }
        }
        String before = desk.member.get(path(keep, other)).body();
        assertThat(before).contains("un badge remis", "un parcours", "Reste-Seule");
        Map<String, String> form = form(keep, other);
        form.put("lastName", other);
        form.put("kind", other);
        assertThat(AwardRunFixture.led(desk.member.post(path(keep, other), form)))
                .isEqualTo("/app/workers/" + keep + "?done=worker.merged");
        for (String table : references()) {
            assertThat(desk.count(rows(table), other)).as("after in %s", table).isZero();
        }
        assertThat(desk.count(
                        "worker WHERE id = ?::uuid AND last_name <> 'Reste-Seule' AND holder_id IS NOT NULL", keep))
                .isOne();
        assertThat(desk.count("worker WHERE id = ?::uuid AND last_name = '–' AND merged_into = ?::uuid", other, keep))
                .isOne();
        assertThat(AwardRunFixture.led(desk.member.get("/app/workers/" + other)))
                .isEqualTo("/app/workers/" + keep);
        assertThat(desk.count("audit_event WHERE code = 'WORKERS_MERGED' AND subject_id = ?::uuid", keep))
                .isOne();
        assertThat(desk.count("audit_event WHERE code = 'WORKER_MERGED_AWAY' AND subject_id = ?::uuid", other))
                .isOne();
        assertThat(merge(keep, other).statusCode()).as("sent twice").isEqualTo(303);
        erasureNamesBoth(keep, other);
    }

    @Test
    void nothingIsWrittenAboutAFileThatIsGone() {
        List<String> open = new ArrayList<>(desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("""
                        SELECT c.conrelid::regclass::text FROM pg_constraint c
                        WHERE c.contype = 'f' AND c.confrelid = 'public.worker'::regclass
                          AND NOT EXISTS (SELECT FROM pg_trigger t
                                          WHERE t.tgrelid = c.conrelid AND t.tgname = 'file_is_there')
                        """).mapTo(String.class).list()));
        open.removeAll(List.of("worker", "distinct_people", "erasure"));
        assertThat(open).isEmpty();
    }

    @Test
    void aNameThatAMergeEndsGoesFromImportsWithTheFile() throws Exception {
        String keep = desk.person("Alix", "Zubrowkier");
        String other = desk.person("Alix", "Zubrovkier");
        for (int line : new int[] {201, 202}) {
            desk.update(
                    "INSERT INTO people_import_row (import_id, organisation_id, line, first_name, last_name, finding,"
                            + " decision, state, created_at, updated_at) SELECT id, organisation_id, ?, 'Alix', ?, 'NEW',"
                            + " 'ADD', 'WAITING', now(), now() FROM people_import WHERE organisation_id = ? LIMIT 1",
                    line,
                    line == 201 ? "Zubrowkier" : "Zubrovkier",
                    desk.own.organisation.value());
        }
        desk.update(
                "INSERT INTO import_column (organisation_id, title, field, created_at, updated_at)"
                        + " VALUES (?, 'zubrovkier', 'LAST_NAME', now(), now())",
                desk.own.organisation.value());
        assertThat(merge(keep, other).statusCode()).isEqualTo(303);
        assertThat(desk.count("people_import_row WHERE worker_id = ?::uuid", keep))
                .isEqualTo(2);
        assertThat(desk.count("import_column WHERE title = 'zubrovkier'")).isZero();
    }

    /** The acts of the transaction's holder, by subject. */
    @Test
    void theHolderStillReadsWhatWasDoneOnTheFileThatIsGone() throws Exception {
        String keep = desk.person("Alix", "Lignes");
        String other = desk.person("Alix", "Lignes");
        UUID holder = UUID.randomUUID();
        desk.update("INSERT INTO holder (id, created_at) VALUES (?, now())", holder);
        desk.update("UPDATE worker SET holder_id = ? WHERE id = ?::uuid", holder, other);
        assertThat(merge(keep, other).statusCode()).isEqualTo(303);
        List<String> subjects = desk.server.database().owner().inTransaction(handle -> {
            handle.execute("SELECT set_config('app.holder', ?, true)", holder.toString());
            return handle.select(
                            "SELECT subject_id::text FROM acts_of_holder(ARRAY['WORKER_CREATED', 'WORKER_MERGED_AWAY'], 50)")
                    .mapTo(String.class)
                    .list();
        });
        assertThat(subjects).contains(other);
    }

    @Test
    void aPageAfterAFileThatIsGoneIsTheFirst() throws Exception {
        String one = desk.person("Zinédine", "Zzapage");
        String other = desk.person("Zinédine", "Zzapage");
        String first = one.compareTo(other) < 0 ? one : other;
        String second = first.equals(one) ? other : one;
        String gone = desk.person("Zinédine", "Zzapartie");
        String before = desk.person("Zinédine", "Zzapartie");
        assertThat(merge(before, gone).statusCode()).isEqualTo(303);
        desk.update("UPDATE worker SET last_name = 'Ω' WHERE id = ?::uuid", gone);
        assertThat(desk.member
                        .get("/app/people/duplicates?first=" + gone + "&second=ffffffff-ffff-ffff-ffff-ffffffffffff")
                        .body())
                .contains(path(first, second));
    }

    private static String rows(String table) {
        return switch (table) {
            case "worker" -> "worker WHERE merged_into = ?::uuid";
            case "distinct_people" -> "distinct_people WHERE ?::uuid IN (first_id, second_id)";
            default -> table + " WHERE worker_id = ?::uuid";
        };
    }

    /** Rows that the tenant lacks. */
    private void everywhere(String person) throws Exception {
        String third = desk.person("Alix", "Tierce");
        desk.member.post(path(person, third) + "/distinct", Map.of());
        desk.update("UPDATE worker SET holder_id = ? WHERE id = ?::uuid", desk.own.holder.value(), person);
        String before = desk.person("Alix", "Avant");
        assertThat(merge(person, before).statusCode()).isEqualTo(303);
        desk.written("Peint seule un mur.", person);
        desk.member.post(
                "/app/workers/" + person + "/contact", Map.of("email", "alix@exemple.invalid", "revision", "0"));
        desk.update(
                "UPDATE event_entry SET worker_id = ?::uuid, state = 'KEPT', first_name = '', last_name = ''"
                        + " WHERE organisation_id = ?",
                person,
                desk.own.organisation.value());
        desk.update(
                "INSERT INTO people_import_row (import_id, organisation_id, line, first_name, last_name, finding, decision,"
                        + " state, worker_id, created_at, updated_at) SELECT id, organisation_id, 99, 'Alix', 'Exemple',"
                        + " 'KNOWN', 'LEAVE', 'WAITING', ?::uuid, now(), now() FROM people_import"
                        + " WHERE organisation_id = ? LIMIT 1",
                person,
                desk.own.organisation.value());
    }

    /** A copy from before the merge has both files. */
    private void erasureNamesBoth(String kept, String other) {
        desk.server.features().privacy().replay().apply("DESK_FILE " + desk.own.organisation + " " + kept);
        assertThat(desk.count("erasure WHERE worker_id IN (?::uuid, ?::uuid)", kept, other))
                .isEqualTo(2);
    }

    @Test
    void twoPeopleWhoEachHaveASpaceAreNotMerged() throws Exception {
        String one = desk.person("Alix", "Deux-Espaces");
        String other = desk.person("Alix", "Deux-Espaces");
        for (String person : List.of(one, other)) {
            UUID holder = UUID.randomUUID();
            desk.update("INSERT INTO holder (id, created_at) VALUES (?, now())", holder);
            desk.update("UPDATE worker SET holder_id = ? WHERE id = ?::uuid", holder, person);
        }
        assertThat(desk.member.get(path(one, other)).body())
                .contains("chacune leur espace")
                .doesNotContain("name=\"keep\"");
        HttpResponse<String> answer = merge(one, other);
        assertThat(answer.statusCode()).isEqualTo(422);
        desk.update(
                "UPDATE worker SET holder_id = (SELECT holder_id FROM worker WHERE id = ?::uuid) WHERE id = ?::uuid",
                one,
                other);
        assertThat(merge(one, other).statusCode()).as("the holder joined both").isEqualTo(303);
    }

    @Test
    void aMergeIsConfirmedByAWordAndMadeFromWhatWasRead() throws Exception {
        String one = desk.person("Alix", "Sans-Mot");
        String other = desk.person("Alix", "Sans-Mot");
        Map<String, String> form = form(one, other);
        form.put("word", "oui");
        assertThat(desk.member.post(path(one, other), form).statusCode()).isEqualTo(422);
        form = form(one, other);
        form.put("keep", desk.own.ids.get("group"));
        assertThat(desk.member.post(path(one, other), form).statusCode()).isEqualTo(422);
        form = form(one, other);
        desk.update("UPDATE worker SET first_name = 'Alexis', revision = revision + 1 WHERE id = ?::uuid", other);
        assertThat(desk.member.post(path(one, other), form).statusCode()).isEqualTo(409);
        assertThat(desk.count("worker WHERE id IN (?::uuid, ?::uuid) AND erased_at IS NULL", one, other))
                .isEqualTo(2);
        assertThat(desk.member.get(path(one, one)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverIsOnAPathwayStaysAWorker() throws Exception {
        String one = desk.person("Alix", "En-Parcours");
        String other = desk.person("Alix", "En-Parcours");
        desk.update("UPDATE worker SET kind = 'VOLUNTEER' WHERE id = ?::uuid", one);
        desk.update(
                "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), ?, ?::uuid, '2026-01-01', now(), now())",
                desk.own.organisation.value(),
                other);
        assertThat(merge(one, other).statusCode()).isEqualTo(422);
        Map<String, String> form = form(one, other);
        form.put("kind", other);
        assertThat(desk.member.post(path(one, other), form).statusCode()).isEqualTo(303);
        assertThat(desk.count("worker WHERE id = ?::uuid AND kind = 'WORKER'", one))
                .isOne();
    }

    @Test
    void twoPeopleOfOneNameLeaveTheListAndComeBack() throws Exception {
        String one = desk.person("Sacha", "Jumelle");
        String other = desk.person("Jumelle", "Sacha");
        String shown = path(one.compareTo(other) < 0 ? one : other, one.compareTo(other) < 0 ? other : one);
        assertThat(list()).contains(shown);
        assertThat(desk.member.get("/app/workers/" + one).body()).contains("/app/people/duplicates/" + one);
        assertThat(desk.member.get("/app").body()).contains("/app/people/duplicates");
        assertThat(desk.member.post(shown + "/distinct", Map.of()).statusCode()).isEqualTo(303);
        assertThat(list()).doesNotContain(shown);
        for (String file : List.of(one, other)) {
            assertThat(desk.count("audit_event WHERE code = 'WORKERS_DISTINCT' AND subject_id = ?::uuid", file))
                    .isOne();
        }
        assertThat(desk.member.get("/app/workers/" + one).body()).doesNotContain("/app/people/duplicates/" + one);
        assertThat(desk.member.get("/app/people/duplicates?distinct=yes").body())
                .contains(shown);
        assertThat(desk.member.get(shown).body()).contains("Noté comme deux personnes par");
        assertThat(desk.member.post(shown + "/alike", Map.of()).statusCode()).isEqualTo(303);
        assertThat(list()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Mohamed Exemple, Mohammed Exemple, true",
        "Amélie Martin, martin amelie, true",
        "Jean-Pierre Modèle, Jean Pierre Modele, true",
        "Yacine Hakim, Yassine Akim, false",
        "Hakim Philippe, Akim Filipe, true",
        "Cherif Ouali, Sherif Ouali, true",
        "Alix Exemple, Alix Modèle, false",
        "Karim Exemple, Kamel Exemple, false"
    })
    void namesLookAlikeWhateverTheirSpelling(String one, String other, boolean alike) {
        assertThat(desk.count("(SELECT 1 WHERE likeness(?) = likeness(?)) alike", one, other))
                .isEqualTo(alike ? 1 : 0);
    }

    @Test
    void ofTwoMergesThatCrossOneDecidesWhichFileStays() throws Exception {
        String one = desk.person("Alix", "Croisée");
        String other = desk.person("Alix", "Croisée");
        Map<String, String> keepsOne = form(one, other);
        Map<String, String> keepsOther = form(other, one);
        Blocked<HttpResponse<String>> second = desk.server.database().owner().inTransaction(handle -> {
            handle.execute("LOCK TABLE audit_event IN SHARE MODE");
            Blocked.start(desk.server.database().owner(), () -> desk.member.post(path(one, other), keepsOne));
            return Blocked.start(
                    desk.server.database().owner(), () -> desk.colleague.post(path(one, other), keepsOther));
        });
        assertThat(AwardRunFixture.led(second.result())).startsWith("/app/workers/" + one);
        assertThat(desk.count("worker WHERE id = ?::uuid AND merged_into = ?::uuid", other, one))
                .isOne();
    }

    @Test
    void whoeverWritesAboutAPersonDuringAMergeIsToldThatTheFileIsGone() throws Exception {
        String one = desk.person("Alix", "Pendant");
        String other = desk.person("Alix", "Pendant");
        Map<String, String> form = form(one, other);
        Blocked<HttpResponse<String>> added = desk.server.database().owner().inTransaction(handle -> {
            handle.execute("LOCK TABLE audit_event IN SHARE MODE");
            Blocked.start(desk.server.database().owner(), () -> desk.member.post(path(one, other), form));
            return Blocked.start(
                    desk.server.database().owner(),
                    () -> desk.colleague.post(
                            "/app/groups/" + desk.own.ids.get("group") + "/people", Map.of("people", other)));
        });
        assertThat(added.result().statusCode()).isBetween(400, 499);
        assertThat(desk.count("group_member WHERE worker_id = ?::uuid", other)).isZero();
    }
}
