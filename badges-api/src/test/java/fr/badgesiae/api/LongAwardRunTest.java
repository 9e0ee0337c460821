package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.jobs.Job;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A run of more people than a page shows, or than a request offers to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongAwardRunTest {
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private static final Pattern OFFER = Pattern.compile("name=\"offers\" type=\"checkbox\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern NAME = Pattern.compile("Alix Foule ([0-9]{5})");

    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static String id(String run) {
        return run.replaceFirst(".*/", "");
    }

    private void people(String name, int count) {
        desk.update(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on, created_at,"
                        + " updated_at) SELECT gen_random_uuid(), ?, 'Alix', ? || to_char(n, 'FM00000'), gen_random_uuid(),"
                        + " current_date, now(), now() FROM generate_series(1, ?) n",
                desk.own.organisation.value(),
                name,
                count);
    }

    /** A draft for everybody with this name, chosen by one button; where that led. */
    private String all(String run, String name) throws Exception {
        desk.member.post(run + "/people", Map.of("do", "search", "words", name));
        return AwardRunFixture.led(desk.member.post(run + "/people", Map.of("do", "all", "words", name)));
    }

    private String started(String name) throws Exception {
        String run = desk.draft();
        all(run, name);
        desk.write(run, "Peint un mur.");
        desk.offer(desk.member, run, desk.read(run));
        return run;
    }

    private Runnable job() {
        return desk.server.features().contributions().jobs().stream()
                .filter(job -> job.name().equals("award-runs"))
                .map(Job::act)
                .findFirst()
                .orElseThrow();
    }

    private long offers(String name) {
        return desk.count("offer o JOIN worker w ON w.id = o.worker_id WHERE w.last_name LIKE ? || '%'", name);
    }

    @Test
    void tenThousandPeopleAreOneDraftAndNoMore() throws Exception {
        people("Légion ", 10_010);
        String run = desk.draft();
        desk.member.post(run + "/people", Map.of("do", "search", "words", "légion"));
        assertThat(desk.member.get(run + "/people").body()).contains("Choisir les 10\u202f000 premières");

        assertThat(all(run, "légion")).endsWith("/people?done=bulk.first");

        assertThat(desk.count(
                        "award_run_person p JOIN worker w ON w.id = p.worker_id WHERE p.run_id = ?::uuid"
                                + " AND w.last_name <= 'Légion 10000'",
                        id(run)))
                .as("the first ones by name")
                .isEqualTo(10_000);
        desk.write(run, "Peint un mur.");
        assertThat(desk.member.get(run + "/preview").body())
                .contains("Ce badge sera proposé à 10\u202f000 personnes.", "Un envoi si long se fait tout seul");
        desk.member.post(run + "/discard", Map.of());
    }

    @Test
    void aRunThatIsLongerThanARequestIsLeftToTheJobWhichCanBeStopped() throws Exception {
        people("Foule ", 501);
        String run = started("foule");

        assertThat(offers("Foule ")).as("by the request").isZero();
        assertThat(desk.member.get(run).body())
                .contains("0 personnes traitées sur 501", "<progress max=\"501\"", run + "/stop")
                .doesNotContain(run + "/offer\"");
        desk.member.post(run + "/stop", Map.of());
        job().run();
        assertThat(offers("Foule ")).as("after a stop").isZero();
        assertThat(desk.member.get(run).body())
                .contains("L’envoi est arrêté. 501 personnes attendent encore", "Continuer pour 501 personnes");
        assertThat(desk.count("audit_event WHERE code = 'AWARD_RUN_STOPPED' AND subject_id = ?::uuid", id(run)))
                .isEqualTo(1);
        desk.offer(desk.colleague, run, "");

        job().run();

        assertThat(offers("Foule ")).isEqualTo(501);
        assertThat(desk.count(
                        "award_run WHERE id = ?::uuid AND state = 'DONE' AND started_by = ?",
                        id(run),
                        desk.own.admin.value()))
                .as("in the name of whoever went on")
                .isEqualTo(1);
        assertThat(pages(run)).isEqualTo(501);
        threeHundredSlipsAreOnePrintByLastName(run);
    }

    private void threeHundredSlipsAreOnePrintByLastName(String run) throws Exception {
        String list = "/app/slips?run=" + id(run);
        List<Map.Entry<String, String>> form = new ArrayList<>(List.of(Map.entry("sheet", "8")));
        OFFER.matcher(desk.member.get(list).body())
                .results()
                .forEach(offer -> form.add(Map.entry("offers", offer.group(1))));
        Collections.shuffle(form, new Random(1));

        String sheets = desk.member.post("/app/slips", form).body();

        List<String> names = NAME.matcher(sheets)
                .results()
                .map(name -> name.group(1))
                .distinct()
                .toList();
        assertThat(names).hasSize(300).isSorted().first().isEqualTo("00001");
        assertThat(desk.count("audit_event e JOIN offer o ON o.id = e.subject_id JOIN worker w ON w.id = o.worker_id"
                        + " WHERE e.code = 'SLIP_PRINTED' AND o.prints = 1 AND w.last_name LIKE 'Foule %'"))
                .isEqualTo(300);
        assertThat(desk.member.get(list).body())
                .as("the others come next")
                .contains("Foule 00301")
                .doesNotContain("Foule 00300");
    }

    /** How many offers the result names, over all its pages. */
    private int pages(String run) throws Exception {
        int named = 0;
        for (String page = run; page != null; ) {
            String body = desk.member.get(page).body();
            named += body.split("href=\"/app/offers/[0-9a-f-]{36}\"", -1).length - 1;
            Matcher next = NEXT.matcher(body);
            page = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return named;
    }

    @Test
    void aJobThatDiesInTheMiddleOffersToEachPersonOnce() throws Exception {
        people("Coupure ", 12);
        String run = desk.draft();
        all(run, "coupure");
        desk.write(run, "Peint un mur.");
        desk.update(
                "UPDATE award_run SET state = 'STARTED', started_by = ?, content_digest = sha256(?::text::bytea),"
                        + " people = 12, search = '', updated_at = now() - interval '2 minutes' WHERE id = ?::uuid",
                desk.own.counsellor.value(),
                run,
                id(run));
        desk.update("""
                CREATE FUNCTION die_after_five() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.state = 'FAILED' OR (
                        SELECT count(*) FROM award_run_person p WHERE p.run_id = NEW.run_id AND p.state = 'OFFERED') >= 5
                    THEN RAISE EXCEPTION 'gone'; END IF;
                    RETURN NEW;
                END $$
                """);
        desk.update(
                "CREATE TRIGGER die BEFORE UPDATE ON award_run_person FOR EACH ROW EXECUTE FUNCTION die_after_five()");
        try {
            Runnable job = job();
            assertThatThrownBy(job::run).isInstanceOf(RuntimeException.class);
        } finally {
            desk.update("DROP TRIGGER die ON award_run_person");
        }
        assertThat(offers("Coupure ")).isEqualTo(5);
        job().run();
        assertThat(offers("Coupure ")).as("touched a moment ago").isEqualTo(5);
        desk.update("UPDATE award_run SET updated_at = now() - interval '2 minutes' WHERE id = ?::uuid", id(run));

        job().run();

        assertThat(offers("Coupure ")).isEqualTo(12);
        assertThat(desk.count(
                        "(SELECT 1 FROM offer o JOIN worker w ON w.id = o.worker_id WHERE w.last_name LIKE 'Coupure %'"
                                + " GROUP BY w.id HAVING count(*) > 1) twice"))
                .isZero();
    }

    @Test
    void whoIsLeftOutOfAllIsNamedWithTheReason() throws Exception {
        people("Omise ", 2);
        String uninformed = desk.person("Sacha", "Omise-Sans-Feuille");
        desk.update("UPDATE worker SET notice_given_on = NULL WHERE id = ?::uuid", uninformed);
        String before = desk.person("Dominique", "Omise-Déjà");
        desk.offered(desk.written("Peint un mur.", before));

        String led = all(desk.draft(), "omise");

        assertThat(desk.member.get(led).body())
                .contains(
                        "2 personnes choisies",
                        "2 personnes ne sont pas choisies",
                        "Une personne n’a pas encore reçu la feuille d’information.",
                        "Ce badge a déjà été proposé à une personne.",
                        "<a href=\"/app/workers/" + uninformed + "\">Sacha Omise-Sans-Feuille</a>",
                        "<a href=\"/app/workers/" + before + "\">Dominique Omise-Déjà</a>");
    }

    @Test
    void problemsComeFirstAndAreCounted() throws Exception {
        people("Souci ", 30);
        people("Tranquille ", 30);
        String run = desk.draft();
        all(run, "souci");
        all(run, "tranquille");
        desk.write(run, "Peint un mur.");
        desk.update("UPDATE worker SET notice_given_on = NULL WHERE last_name LIKE 'Souci %'");

        String first = desk.member.get(run + "/preview").body();

        assertThat(first)
                .contains(
                        "Ce badge sera proposé à 30 personnes.",
                        "30 personnes ne recevront rien",
                        "30 feuilles d’information manquent.",
                        "Souci 00025")
                .doesNotContain("Souci 00026", "Tranquille");
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(desk.member.get(next.group(1)).body())
                .contains("Souci 00030", "Tranquille 00020")
                .doesNotContain("Souci 00025", "Tranquille 00021");
    }
}
