package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.jobs.Job;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An event: its poster, who says that they were there, and what the desk makes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventTest {
    private static final Pattern CODE = Pattern.compile("class=\"big-code\">([0-9A-Z-]{19})<");

    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.of("Europe/Paris")).truncatedTo(ChronoUnit.MINUTES);
    }

    private Map<String, String> form(String most) {
        Map<String, String> form = new HashMap<>();
        form.put("badge", desk.own.ids.get("achievement"));
        form.put("name", "Atelier vélo");
        form.put("place", "Hall des essais");
        form.put("day", now().toLocalDate().toString());
        form.put("opens", now().minusHours(1).toString());
        form.put("closes", now().plusHours(2).toString());
        form.put("most", most);
        return form;
    }

    private String planned(String most) throws Exception {
        return AwardRunFixture.led(desk.member.post("/app/events", form(most))).replaceFirst("\\?.*", "");
    }

    private String code(String event) throws Exception {
        String poster = desk.member.get(event + "/poster").body();
        Matcher found = CODE.matcher(poster);
        return found.find() ? found.group(1) : "none in " + poster;
    }

    private Tab stranger() {
        return new Tab(desk.server.origin());
    }

    private static HttpResponse<String> enter(Tab tab, String code, String first, String last, String card)
            throws Exception {
        Map<String, String> who = Map.of("firstName", first, "lastName", last, "card", card, "there", "on");
        return tab.post("/e/" + code, Tab.fields(tab.get("/e/" + code), "/e/" + code, who));
    }

    private List<String> waiting(String event) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT id FROM event_entry WHERE event_id = ?::uuid AND state = 'WAITING'"
                                        + " ORDER BY created_at, id",
                                id(event))
                        .mapTo(String.class)
                        .list());
    }

    private static String id(String path) {
        return path.replaceFirst(".*/", "");
    }

    private HttpResponse<String> decide(String event, Map<String, String> people, String act) throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        people.forEach((entry, person) -> {
            form.add(Map.entry("entries", entry));
            form.add(Map.entry("person-" + entry, person));
        });
        form.add(Map.entry("do", act));
        form.add(Map.entry("reason", act.equals("refuse") ? "NOT_SEEN" : ""));
        return desk.member.post(event + "/entries", form);
    }

    @Test
    void whoWasThereEntersWithThePosterAndTheDeskPreparesTheBadge() throws Exception {
        String alix = desk.person("Alix", "Présente-Modèle");
        String event = planned("10");
        String poster = desk.member.get(event + "/poster").body();
        assertThat(poster)
                .contains("Atelier vélo", "Hall des essais", "/e</strong>")
                .doesNotContain("Présente");
        String code = code(event);
        Tab phone = stranger();
        assertThat(phone.get("/e/" + code).body()).contains("Atelier vélo", "Le badge\u00a0: ", "J’étais là");
        HttpResponse<String> sent = enter(phone, code, "ALIX", "presente-modele", "");
        assertThat(AwardRunFixture.led(sent)).isEqualTo("/e/" + code + "/done");
        assertThat(phone.get("/e/" + code + "/done").body())
                .contains("C’est noté")
                .doesNotContain("presente");
        assertThat(desk.member.get("/app").body()).contains("href=\"/app/events\"", "événement");
        String entry = waiting(event).get(0);
        assertThat(desk.member.get(event).body()).contains("<option value=\"" + alix + "\" selected");

        assertThat(AwardRunFixture.led(decide(event, Map.of(entry, alix), "keep")))
                .endsWith("event.kept");

        assertThat(desk.count("event_entry WHERE id = ?::uuid AND first_name = '' AND last_name = ''", entry))
                .as("the typed name is gone")
                .isEqualTo(1);
        desk.update("UPDATE worker SET notice_given_on = NULL WHERE id = ?::uuid", alix);
        assertThat(desk.member.get(event).body()).contains("/app/workers/" + alix + "/notice");
        assertThat(AwardRunFixture.led(desk.member.post(event + "/run", Map.of())))
                .as("without the information sheet")
                .endsWith("event.nobody");
        desk.update("UPDATE worker SET notice_given_on = current_date WHERE id = ?::uuid", alix);
        String run = AwardRunFixture.led(desk.member.post(event + "/run", Map.of()));
        assertThat(run).matches("/app/award-runs/[0-9a-f-]{36}/text");
        assertThat(desk.count("award_run_person WHERE worker_id = ?::uuid", alix))
                .isEqualTo(1);
        assertThat(AwardRunFixture.led(desk.member.post(event + "/run", Map.of())))
                .as("prepared once")
                .endsWith("event.nobody");
        HttpResponse<String> again = decide(event, Map.of(entry, alix), "keep");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Une autre personne de l’équipe a déjà traité ces lignes", "Atelier vélo");
    }

    @Test
    void homonymsAreShownDoubleEntriesAreSaidAndANewPersonGetsAFile() throws Exception {
        String one = desk.person("Sacha", "Double-Modèle");
        String other = desk.person("Sacha", "Double-Modèle");
        String event = planned("10");
        String code = code(event);
        enter(stranger(), code, "Sacha", "Double-Modèle", "");
        enter(stranger(), code, "Sacha", "Double-Modèle", "");
        enter(stranger(), code, "Robin", "Nouveau-Modèle", "");
        List<String> entries = waiting(event);
        assertThat(desk.member.get(event).body())
                .contains(one, other, "Plusieurs inscriptions", "<option value=\"new\" selected");
        HttpResponse<String> unsaid = decide(event, Map.of(entries.get(0), ""), "keep");
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Choisissez de qui il s’agit.");
        assertThat(decide(event, Map.of(), "keep").statusCode()).isEqualTo(422);

        decide(event, Map.of(entries.get(0), other, entries.get(2), "new"), "keep");
        decide(event, Map.of(entries.get(1), ""), "refuse");

        assertThat(desk.count("worker WHERE last_name = 'Nouveau-Modèle' AND notice_given_on IS NULL"))
                .isEqualTo(1);
        assertThat(desk.count(
                        "event_entry WHERE event_id = ?::uuid AND state = 'REFUSED' AND last_name = ''", id(event)))
                .isEqualTo(1);
        assertThat(decide(event, Map.of(entries.get(1), desk.other.ids.get("worker")), "keep")
                        .statusCode())
                .as("handled before")
                .isEqualTo(409);
    }

    @Test
    void aPersonOfAnotherOrganisationIsNotKept() throws Exception {
        String event = planned("10");
        enter(stranger(), code(event), "Lou", "Ailleurs-Modèle", "");
        String entry = waiting(event).get(0);
        assertThat(decide(event, Map.of(entry, desk.other.ids.get("worker")), "keep")
                        .statusCode())
                .isEqualTo(404);
        assertThat(waiting(event)).containsExactly(entry);
    }

    @Test
    void aCardStandsForANameAndTellsNobodyWhetherItExists() throws Exception {
        Code card = desk.server.platform().ids().code();
        String worker = desk.own.ids.get("worker");
        desk.update("UPDATE worker SET holder_id = ? WHERE id = ?::uuid", desk.own.holder.value(), worker);
        desk.update(
                "INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at)"
                        + " VALUES (gen_random_uuid(), ?, 'CARD', ?, '-', 'ACTIVE', now())",
                desk.own.holder.value(),
                desk.server.platform().vault().lookup("holder_access.code", card.value()));
        String event = planned("10");
        String code = code(event);
        Tab phone = stranger();
        HttpResponse<String> known = enter(phone, code, "", "", card.grouped());
        HttpResponse<String> unknown =
                enter(phone, code, "", "", desk.server.platform().ids().code().grouped());
        assertThat(AwardRunFixture.led(known))
                .isEqualTo(AwardRunFixture.led(unknown))
                .endsWith("/done");
        assertThat(desk.member.get(event).body())
                .contains("Alix Deux-Rives", "Un numéro de carte inconnu ici")
                .doesNotContain(card.grouped());
        assertThat(phone.follow(enter(phone, code, "", "", "123")).body()).contains("Regardez bien votre carte");
        List<String> entries = waiting(event);

        decide(event, Map.of(entries.get(0), worker), "keep");
        assertThat(decide(event, Map.of(entries.get(1), "new"), "keep").statusCode())
                .as("a card without an owner makes no file")
                .isEqualTo(404);
        assertThat(desk.count("event_entry WHERE worker_id = ?::uuid AND state = 'KEPT'", worker))
                .isEqualTo(1);
    }

    @Test
    void noMoreEnterThanTheEventTakesEvenTogether() throws Exception {
        String event = planned("3");
        String code = code(event);
        List<Tab> phones = IntStream.range(0, 6).mapToObj(number -> stranger()).toList();
        List<Map<String, String>> forms = new ArrayList<>();
        for (Tab phone : phones) {
            forms.add(Tab.fields(
                    phone.get("/e/" + code),
                    "/e/" + code,
                    Map.of("firstName", "Personne", "lastName", "Ensemble-Modèle", "there", "on")));
        }
        List<CompletableFuture<String>> sent = IntStream.range(0, phones.size())
                .mapToObj(number -> phones.get(number)
                        .postLater("/e/" + code, forms.get(number))
                        .thenApply(AwardRunFixture::led))
                .toList();
        assertThat(sent.stream().map(CompletableFuture::join).filter(led -> led.endsWith("/done")))
                .hasSize(3);
        assertThat(waiting(event)).hasSize(3);
        assertThat(stranger().get("/e/" + code).body())
                .contains("Il n’y a plus de place")
                .doesNotContain("<textarea");
    }

    @Test
    void whoIsRefusedLeavesTheirPlaceToSomebodyElse() throws Exception {
        String event = planned("2");
        String code = code(event);
        enter(stranger(), code, "Faux", "Nom-Modèle", "");
        enter(stranger(), code, "Faux", "Nom-Modèle", "");
        assertThat(stranger().get("/e/" + code).body()).contains("Il n’y a plus de place");

        decide(event, Map.of(waiting(event).get(0), "", waiting(event).get(1), ""), "refuse");

        assertThat(AwardRunFixture.led(enter(stranger(), code, "Vraie", "Personne-Modèle", "")))
                .endsWith("/done");
        assertThat(waiting(event)).hasSize(1);
    }

    @Test
    void thePageAndThePosterShowWhatIsPublishedAndNothingAboutAnArchivedBadge() throws Exception {
        String event = planned("2");
        String code = code(event);
        String badge = desk.own.ids.get("achievement");
        String content = desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT content FROM achievement WHERE id = ?::uuid", badge)
                        .mapTo(String.class)
                        .one());
        desk.update(
                "UPDATE achievement SET content = jsonb_set(content, '{name}', '\"Nom du brouillon\"') WHERE id = ?::uuid",
                badge);
        try {
            assertThat(stranger().get("/e/" + code).body()).doesNotContain("Nom du brouillon");
            assertThat(desk.member.get(event + "/poster").body()).doesNotContain("Nom du brouillon");
            desk.update("UPDATE achievement SET state = 'ARCHIVED' WHERE id = ?::uuid", badge);
            assertThat(stranger().get("/e/" + code).body())
                    .contains("La page est fermée")
                    .doesNotContain("name=\"firstName\"");
        } finally {
            desk.update(
                    "UPDATE achievement SET content = ?::jsonb, state = 'PUBLISHED' WHERE id = ?::uuid",
                    content,
                    badge);
        }
    }

    /** What an erasure does to the file, while it waits for nobody. */
    private <T> T erasedMeanwhile(String person, Callable<T> act) {
        Jdbi owner = desk.server.database().owner();
        Blocked<T> blocked = owner.inTransaction(handle -> {
            handle.execute("SELECT FROM worker WHERE id = ?::uuid FOR UPDATE", person);
            Blocked<T> started = Blocked.start(owner, act);
            assertThat(started.isWaiting()).isTrue();
            handle.execute("DELETE FROM event_entry WHERE worker_id = ?::uuid", person);
            handle.execute(
                    "UPDATE worker SET first_name = '–', last_name = '–', holder_id = NULL, erased_at = now()"
                            + " WHERE id = ?::uuid",
                    person);
            return started;
        });
        return blocked.result();
    }

    @Test
    void nobodyIsEnteredOrKeptWhoseFileIsErasedAtTheSameMoment() throws Exception {
        String kept = desk.person("Alix", "Partie-Modèle");
        String entered = desk.person("Sacha", "Partie-Modèle");
        String event = planned("5");
        String code = code(event);
        enter(stranger(), code, "Alix", "Partie-Modèle", "");
        String entry = waiting(event).get(0);

        assertThat(erasedMeanwhile(kept, () -> decide(event, Map.of(entry, kept), "keep"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(waiting(event)).containsExactly(entry);

        UUID holder = UUID.randomUUID();
        desk.update("INSERT INTO holder (id, created_at) VALUES (?, now())", holder);
        desk.update("UPDATE worker SET holder_id = ? WHERE id = ?::uuid", holder, entered);
        Code card = desk.server.platform().ids().code();
        desk.update(
                "INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at)"
                        + " VALUES (gen_random_uuid(), ?, 'CARD', ?, '-', 'ACTIVE', now())",
                holder,
                desk.server.platform().vault().lookup("holder_access.code", card.value()));
        Tab phone = stranger();
        assertThat(AwardRunFixture.led(erasedMeanwhile(entered, () -> enter(phone, code, "", "", card.grouped()))))
                .as("answered as any other card")
                .endsWith("/done");
        assertThat(desk.count("event_entry WHERE worker_id IN (?::uuid, ?::uuid)", kept, entered))
                .isZero();
    }

    @Test
    void thePageOpensAndClosesByItselfAndByHand() throws Exception {
        String event = planned("3");
        String code = code(event);
        desk.member.post(event + "/end", Map.of());
        HttpResponse<String> ended = stranger().get("/e/" + code);
        assertThat(ended.statusCode()).isEqualTo(410);
        assertThat(ended.body()).contains("La page est fermée").doesNotContain("name=\"firstName\"");
        desk.member.post(event + "/reopen", Map.of());
        Tab late = stranger();
        Map<String, String> fields = Tab.fields(
                late.get("/e/" + code), "/e/" + code, Map.of("firstName", "Lou", "lastName", "Retard", "there", "on"));
        desk.update("UPDATE badge_event SET closes_at = now() WHERE id = ?::uuid", id(event));
        HttpResponse<String> tooLate = late.follow(late.post("/e/" + code, fields));
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("La page est fermée");
        assertThat(waiting(event)).isEmpty();
        desk.update(
                "UPDATE badge_event SET opens_at = now() + interval '1 hour', closes_at = now() + interval '2 hours'"
                        + " WHERE id = ?::uuid",
                id(event));
        assertThat(stranger().get("/e/" + code).body())
                .contains("La page ouvrira le")
                .doesNotContain("name=\"firstName\"");
        assertThat(stranger().get("/e/0000-0000-0000-0000").statusCode()).isEqualTo(404);
    }

    @Test
    void namesThatNobodyHandledAreForgottenThirtyDaysAfterTheWindow() throws Exception {
        String event = planned("3");
        enter(stranger(), code(event), "Lou", "Oubli-Modèle", "");
        desk.update(
                "UPDATE badge_event SET opens_at = now() - interval '40 days', closes_at = now() - interval '29 days'"
                        + " WHERE id = ?::uuid",
                id(event));
        forget();
        assertThat(waiting(event)).hasSize(1);
        desk.update(
                "UPDATE badge_event SET closes_at = now() - interval '30 days 1 minute' WHERE id = ?::uuid", id(event));
        forget();
        assertThat(desk.count("event_entry WHERE last_name = 'Oubli-Modèle'")).isZero();
        assertThat(desk.count("event_entry WHERE event_id = ?::uuid AND state = 'FORGOTTEN'", id(event)))
                .isEqualTo(1);
    }

    private void forget() {
        Job job = desk.server.features().contributions().jobs().stream()
                .filter(one -> one.name().equals("forget-event-entries"))
                .findFirst()
                .orElseThrow();
        job.act().run();
    }

    @Test
    void whatIsTypedWrongIsSaidAndKept() throws Exception {
        Map<String, String> wrong = form("900");
        wrong.put("closes", wrong.get("opens"));
        wrong.put("day", "+200000000-01-01");
        HttpResponse<String> answer = desk.member.post("/app/events", wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Écrivez un nombre de 1 à 500.",
                        "Écrivez un moment après le premier",
                        "Écrivez un jour, à moins de deux ans",
                        "value=\"Atelier vélo\"");
        String event = planned("5");
        Map<String, String> changed = form("6");
        changed.put("name", "Atelier cuisine");
        desk.member.post(event + "/edit", changed);
        assertThat(desk.member.get("/app/events").body()).contains("Atelier cuisine", event);
        Tab phone = stranger();
        String code = code(event);
        HttpResponse<String> unticked =
                phone.post("/e/" + code, Tab.fields(phone.get("/e/" + code), "/e/" + code, Map.of("firstName", "Lou")));
        assertThat(phone.follow(unticked).body())
                .contains("Cochez «\u00a0J’étais là\u00a0».", "Écrivez votre nom.", "value=\"Lou\"");
        assertThat(waiting(event)).isEmpty();
    }
}
