package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.HolderId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A client says what they saw, by a code on the time sheet: from the desk to the person's space. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientReturnTest {
    private static final String FLOOR = ObservationFixture.TASKS.get(0);
    private static final String KITCHEN = ObservationFixture.TASKS.get(1);
    private static final Pattern CODE = Pattern.compile("<strong>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</strong>");

    private AwardRunFixture fixture;
    private ObservationFixture seen;
    private Visitor desk;
    private Tab client;
    private UUID person;
    private HolderId holder;

    @BeforeAll
    void start() throws Exception {
        fixture = new AwardRunFixture();
        seen = new ObservationFixture(fixture);
        desk = fixture.member;
        client = new Tab(fixture.server.origin());
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @BeforeEach
    void somebody() {
        person = UUID.fromString(fixture.person("Alix", "Exemple"));
        holder = new HolderId(UUID.randomUUID());
        execute("INSERT INTO holder (id, created_at) VALUES (?, now())", holder.value());
        execute("UPDATE worker SET holder_id = ? WHERE id = ?", holder.value(), person);
    }

    private void execute(String sql, Object... values) {
        fixture.update(sql, values);
    }

    private long count(String table) {
        return fixture.count(table + " WHERE worker_id = ?", person);
    }

    /** The path of a new code at the desk. */
    private String made() throws Exception {
        HttpResponse<String> made = desk.post(
                "/app/clients",
                List.of(
                        Map.entry("worker", person.toString()),
                        Map.entry("badge", seen.badge()),
                        Map.entry("tasks", FLOOR),
                        Map.entry("tasks", KITCHEN),
                        Map.entry(
                                "until",
                                LocalDate.now(ZoneId.of("Europe/Paris"))
                                        .plusDays(20)
                                        .toString())));
        assertThat(made.statusCode()).isEqualTo(303);
        return made.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
    }

    private String code(String path) throws Exception {
        Matcher code = CODE.matcher(desk.get(path + "/coupons").body());
        assertThat(code.find()).isTrue();
        return "/r/" + code.group(1);
    }

    private HttpResponse<String> say(String page, Map<String, String> said) throws Exception {
        return client.post(page, Tab.fields(client.get(page), page, said));
    }

    private HttpResponse<String> report(String page, String what) throws Exception {
        String action = page + "/report";
        return client.post(action, Tab.fields(client.get(page), action, Map.of("what", what)));
    }

    @Test
    void whatAClientSawIsReadByThePersonAndCountsForTwo() throws Exception {
        String page = code(made());
        String asked = client.get(page).body();
        assertThat(asked).contains("Alix E.", FLOOR, KITCHEN, "Deux-Rives");
        assertThat(asked).doesNotContain("Exemple", ObservationFixture.TASKS.get(2));

        HttpResponse<String> said =
                say(page, Map.of("task0", "ALONE", "task1", "HELPED", "note", "Tout brillait.", "client", "Mme M."));
        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(client.follow(said).body()).contains("Merci").doesNotContain("brillait", "Mme M.");
        assertThat(client.get(page).body()).as("nothing is said again").doesNotContain("brillait");
        assertThat(count("observation")).isEqualTo(2);

        assertThat(desk.get("/app/observations?worker=" + person).body())
                .contains("Mme M. (client)")
                .doesNotContain("/edit\"");
        assertThat(desk.get("/app/workers/" + person).body()).contains("/app/clients?worker=" + person);
        Visitor phone = new Visitor(fixture.server, "/me/seen", sessions -> sessions.openHolder(holder));
        String read = phone.get("/me/seen").body();
        assertThat(read).contains("Mme M. (client)", "Tout brillait.", "Ces mots me blessent");
        String id = fixture.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT id::text FROM observation WHERE worker_id = ? AND note <> ''", person)
                        .mapTo(String.class)
                        .one());
        phone.post("/me/seen/" + id + "/objection", Map.of("said", "HURTFUL"));
        assertThat(desk.get("/app/observations?said=objected").body()).contains("Ces mots me blessent");
        long lines = fixture.count("audit_event WHERE code = 'CLIENT_RETURN_NOTED' AND subject_id = ?", person);
        assertThat(lines).isEqualTo(1);
    }

    @Test
    void nothingSeenLeavesNothing() throws Exception {
        String page = code(made());
        assertThat(client.follow(say(page, Map.of("task0", "NOT_SEEN", "task1", "NOT_SEEN")))
                        .body())
                .contains("Merci");
        assertThat(count("observation")).isZero();
        assertThat(client.follow(say(page, Map.of("task0", "NOT_SEEN", "task1", "NOT_SEEN", "note", "Pas content.")))
                        .body())
                .contains("Choisissez d’abord un geste");
        assertThat(client.follow(say(page, Map.of("task0", "ALONE"))).body()).contains("Choisissez une réponse.");
        assertThat(count("observation")).isZero();
    }

    @Test
    void wordsAboutALifeAreAdvisedOnce() throws Exception {
        String page = code(made());
        Map<String, String> said = Map.of("task0", "ALONE", "task1", "ALONE", "note", "Très bien malgré sa maladie.");
        String advised = client.follow(say(page, said)).body();
        assertThat(advised).contains("Relisez votre phrase", "maladie", "name=\"anyway\"");
        assertThat(count("observation")).isZero();
        Map<String, String> again = new HashMap<>(said);
        again.put("anyway", "on");
        assertThat(client.follow(say(page, again)).body()).contains("Merci");
        assertThat(count("observation")).isEqualTo(1);
    }

    @Test
    void aCodeTakesFiveAnswersAndEndsWithItsDayOrByHand() throws Exception {
        String path = made();
        String page = code(path);
        Map<String, String> said = Map.of("task0", "ALONE", "task1", "NOT_SEEN");
        Map<String, String> late = Tab.fields(client.get(page), page, said);
        for (int i = 0; i < 5; i++) {
            assertThat(say(page, said).statusCode()).isEqualTo(303);
        }
        assertThat(client.get(page).statusCode()).isEqualTo(410);
        assertThat(client.follow(client.post(page, late)).body()).contains("Cette page est fermée");
        assertThat(count("observation")).isEqualTo(5);

        String other = made();
        String second = code(other);
        execute("UPDATE client_code SET ends_on = current_date - 2 WHERE worker_id = ? AND answers = 0", person);
        assertThat(client.get(second).statusCode()).isEqualTo(410);
        String third = made();
        String thirdPage = code(third);
        desk.post(third + "/end", Map.of());
        assertThat(client.get(thirdPage).statusCode()).isEqualTo(410);
        assertThat(desk.get(third).body()).contains("Fermé");
    }

    @Test
    void aProblemIsReportedToTheDesk() throws Exception {
        String path = made();
        String page = code(path);
        assertThat(client.follow(report(page, "NOT_THIS_PERSON")).body()).contains("C’est signalé");
        assertThat(desk.get(path).body()).contains("ce n’est pas cette personne");
        assertThat(desk.get("/app/clients").body()).contains("Alix Exemple");
        assertThat(desk.get("/app").body()).contains("signalé");
        assertThat(client.get(page).statusCode()).as("the desk decides").isEqualTo(200);
    }

    @Test
    void aCodeThatNobodyMadeIsUnknown() throws Exception {
        assertThat(client.get("/r/0000-0000-0000-0000").statusCode()).isEqualTo(404);
        assertThat(client.get("/r/nothing").statusCode()).isEqualTo(404);
        assertThat(client.follow(client.post("/r", Tab.fields(client.get("/r"), "/r", Map.of("code", "abc"))))
                        .body())
                .contains("Ce code n’est pas bon");
    }

    @Test
    void anErasedPersonHasNoPage() throws Exception {
        String page = code(made());
        say(page, Map.of("task0", "ALONE", "task1", "NOT_SEEN"));
        fixture.server.features().privacy().replay().apply("DESK_FILE " + fixture.own.organisation + " " + person);
        assertThat(count("client_code")).isZero();
        assertThat(count("observation")).isZero();
        assertThat(client.get(page).statusCode()).isEqualTo(404);
    }

    /** Nobody else sees the person at work: a client and a member are two. */
    @Test
    void aClientCountsAsSomebodyWhoSaw() throws Exception {
        for (String task : ObservationFixture.TASKS) {
            seen.noted(
                    desk,
                    person.toString(),
                    "ALONE",
                    LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(30).toString(),
                    task);
        }
        String form = "&amp;badge=" + seen.badge() + "&amp;seen=yes";
        assertThat(desk.get("/app/observations/proposals").body()).doesNotContain(person + form);
        say(code(made()), Map.of("task0", "ALONE", "task1", "NOT_SEEN"));
        assertThat(desk.get("/app/observations/proposals").body()).contains(person + form);
    }

    @Test
    void aCodeIsForTasksOfTheBadgeAndThreeMonths() throws Exception {
        assertThat(desk.get("/app/clients/for/" + person).body()).contains("badge=" + seen.badge());
        assertThat(desk.get("/app/clients/for/" + person + "?badge=" + seen.badge())
                        .body())
                .contains(FLOOR, KITCHEN);
        HttpResponse<String> refused = desk.post(
                "/app/clients",
                Map.of(
                        "worker",
                        person.toString(),
                        "badge",
                        seen.badge(),
                        "tasks",
                        "Autre chose",
                        "until",
                        "2999-01-01"));
        assertThat(refused.body())
                .contains("Cochez de un à 3 gestes.", "Choisissez un jour, d’aujourd’hui à trois mois.");
        assertThat(count("client_code")).isZero();
    }
}
