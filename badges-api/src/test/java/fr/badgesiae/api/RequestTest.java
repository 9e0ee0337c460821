package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.privacy.erasure.Cause;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A badge is asked for: by the person from their space, by a member for a person; the desk answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestTest {
    private static final String LATE = "Une demande de badge sans réponse depuis 14\u00a0jours";

    private AwardRunFixture desk;
    private Visitor holder;
    private Visitor evaluator;
    private AccountId supervisor;
    private String worker;
    private String badge;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        worker = desk.own.ids.get("worker");
        badge = desk.own.ids.get("achievement");
        desk.update(
                "UPDATE worker SET holder_id = ?, notice_given_on = current_date - 1 WHERE id = ?::uuid",
                desk.own.holder.value(),
                worker);
        holder = new Visitor(desk.server, "/me/pin", sessions -> sessions.openHolder(desk.own.holder));
        supervisor = desk.server.member(desk.own.organisation, "encadrement-1", "EVALUATOR", "une phrase assez longue");
        assigned(desk.group("TEAM", "Équipe des demandes", worker));
        evaluator = new Visitor(
                desk.server, "/app/award-runs", sessions -> sessions.openDesk(desk.own.organisation, supervisor));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private void assigned(String team) {
        desk.update(
                "INSERT INTO team_assignment (group_id, organisation_id, kind, account_id, created_at)"
                        + " SELECT id, organisation_id, kind, ?, now() FROM people_group WHERE id = ?::uuid",
                supervisor.value(),
                team);
    }

    @BeforeEach
    void nothingAsked() {
        desk.update("DELETE FROM badge_request WHERE organisation_id = ?", desk.own.organisation.value());
        desk.update("DELETE FROM badge_without_requests");
    }

    private String asked(String chosen, String words) throws Exception {
        HttpResponse<String> answer =
                holder.post("/me/requests", Map.of("file", worker, "badge", chosen, "words", words));
        assertThat(AwardRunFixture.led(answer)).isEqualTo("/me/requests?done=request.asked");
        return text("SELECT id FROM badge_request WHERE worker_id = ?::uuid ORDER BY created_at DESC LIMIT 1", worker);
    }

    private String text(String sql, Object... arguments) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle ->
                        handle.select(sql, arguments).mapTo(String.class).one());
    }

    private String state(String request) {
        return text("SELECT state FROM badge_request WHERE id = ?::uuid", request);
    }

    @Test
    void aPersonAsksAndTheOfferThatFollowsAnswersTheRequest() throws Exception {
        assertThat(holder.get("/me").body()).contains("href=\"/me/requests\"");
        assertThat(holder.get("/me/requests/new").body())
                .contains("Vous demandez à\u00a0: Atelier Deux-Rives.", "value=\"" + badge + "\"", "je décris");
        String request = asked(badge, "Je peins les murs seule.");
        assertThat(holder.get("/me/requests/" + request).body())
                .contains("En attente de réponse", "Je peins les murs seule.");
        assertThat(desk.member.get("/app").body()).contains("Une demande de badge à lire");
        assertThat(desk.member.get("/app/requests").body())
                .contains("/app/requests/" + request, "la personne elle-même", "Alix Deux-Rives");

        String form =
                AwardRunFixture.led(desk.member.post("/app/requests/" + request + "/badge", Map.of("badge", badge)));
        assertThat(form).isEqualTo("/app/offers/new?request=" + request);
        assertThat(desk.member.get(form).body())
                .contains(
                        "Je peins les murs seule.</textarea>",
                        "<option value=\"" + worker + "\" selected",
                        "<option value=\"" + desk.own.ids.get("version") + "\" selected");
        assertThat(state(request)).isEqualTo("SENT");
        String offer = AwardRunFixture.led(desk.member.post(
                "/app/offers",
                Map.of(
                        "worker",
                        worker,
                        "version",
                        desk.own.ids.get("version"),
                        "narrative",
                        "Peint les murs seule.",
                        "evidence",
                        "")));

        assertThat(state(request)).isEqualTo("ACCEPTED");
        assertThat(desk.member.get("/app/requests/" + request).body())
                .contains("href=\"" + offer.replaceFirst("\\?.*", "") + "\"", "Badge proposé le");
        assertThat(holder.get("/me/requests/" + request).body()).contains("Un badge vous est proposé");
        assertThat(holder.get("/me/data").body())
                .contains("Vous avez demandé un badge.", "a accepté une demande de badge");
        assertThat(desk.member.get("/app/workers/" + worker).body())
                .contains("Demandes de badges", "/app/requests/" + request, "a demandé un badge.");
        assertThat(desk.member
                        .post("/app/requests/" + request + "/refuse", refusal())
                        .statusCode())
                .as("answered before")
                .isEqualTo(409);
    }

    @Test
    void aRunThatOffersTheBadgeToManyAnswersTheRequestToo() throws Exception {
        String other = desk.person("Sacha", "Demande-Modèle");
        String request = asked(badge, "Je peins.");
        desk.update("UPDATE badge_request SET worker_id = ?::uuid WHERE id = ?::uuid", other, request);

        desk.offered(desk.written("Peint un mur.", other));

        assertThat(state(request)).isEqualTo("ACCEPTED");
    }

    private static Map<String, String> refusal() {
        return Map.of("reason", "NOT_YET", "reply", "Il reste à peindre un plafond.");
    }

    @Test
    void theDeskAsksBackThePersonAnswersAndReadsWhyItIsRefused() throws Exception {
        long before = exchanged();
        String request = asked("", "Je répare les vélos.");
        assertThat(desk.member
                        .post("/app/requests/" + request + "/question", Map.of("question", " "))
                        .body())
                .contains("Écrivez votre question.");
        desk.member.post("/app/requests/" + request + "/question", Map.of("question", "Depuis quand ?"));
        assertThat(holder.get("/me/requests").body()).contains("On vous pose une question");
        assertThat(holder.get("/me/requests/" + request).body()).contains("Depuis quand ?");
        assertThat(holder.post("/me/requests/" + request + "/answer", Map.of("answer", ""))
                        .statusCode())
                .isEqualTo(422);
        holder.post("/me/requests/" + request + "/answer", Map.of("answer", "Depuis le printemps."));
        assertThat(desk.member.get("/app/requests/" + request).body()).contains("Depuis le printemps.");
        assertThat(desk.member
                        .post("/app/requests/" + request + "/refuse", Map.of("reason", "NOT_YET", "reply", ""))
                        .body())
                .contains("Écrivez une phrase pour la personne.")
                .containsPattern("value=\"NOT_YET\" checked");

        desk.member.post("/app/requests/" + request + "/refuse", refusal());

        assertThat(holder.get("/me/requests/" + request).body())
                .contains("Il manque encore quelque chose.", "Il reste à peindre un plafond.");
        assertThat(holder.post("/me/requests/" + request + "/answer", Map.of("answer", "Et alors ?"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(exchanged()).isEqualTo(before + 3);
    }

    private long exchanged() {
        return desk.count(
                "audit_event WHERE subject_id = ?::uuid AND code IN ('REQUEST_QUESTIONED', 'REQUEST_ANSWERED',"
                        + " 'REQUEST_REFUSED')",
                worker);
    }

    @Test
    void noMoreThanFiveRequestsWaitEvenWhenTheyAreSentTogether() throws Exception {
        for (int number = 0; number < 4; number++) {
            asked("", "Je range.");
        }
        Jdbi owner = desk.server.database().owner();
        Blocked<HttpResponse<String>> sixth = owner.inTransaction(handle -> {
            handle.execute("SELECT FROM worker WHERE id = ?::uuid FOR NO KEY UPDATE", worker);
            Blocked<HttpResponse<String>> started = Blocked.start(
                    owner,
                    () -> holder.post(
                            "/me/requests", Map.of("file", worker, "badge", "", "words", "Je range encore.")));
            assertThat(started.isWaiting()).isTrue();
            handle.execute(
                    "INSERT INTO badge_request (id, organisation_id, worker_id, words, state, to_read_at, created_at,"
                            + " updated_at) VALUES (gen_random_uuid(), ?, ?::uuid, 'Je range.', 'SENT', now(), now(), now())",
                    desk.own.organisation.value(),
                    worker);
            return started;
        });

        assertThat(sixth.result().statusCode()).isEqualTo(422);
        assertThat(desk.count("badge_request WHERE worker_id = ?::uuid", worker))
                .isEqualTo(5);
        assertThat(holder.get("/me/requests/new").body()).contains("Vous avez déjà 5 demandes en attente");
        String request = text("SELECT id FROM badge_request WHERE worker_id = ?::uuid LIMIT 1", worker);
        assertThat(holder.get("/me/requests/" + request + "/withdraw").body()).contains("Oui, j’annule");
        holder.post("/me/requests/" + request + "/withdraw", Map.of());
        assertThat(state(request)).isEqualTo("WITHDRAWN");
        assertThat(holder.get("/me/requests/new").body()).contains("Dites ce que vous faites.");
    }

    @Test
    void whoWithdrawsAndAsksAgainDoesSoTenTimesADay() throws Exception {
        desk.update(
                "INSERT INTO badge_request (id, organisation_id, worker_id, words, state, to_read_at, closed_at, created_at,"
                        + " updated_at) SELECT gen_random_uuid(), ?, ?::uuid, 'Je range.', 'WITHDRAWN', now(), now(),"
                        + " now() - number * interval '1 hour', now() FROM generate_series(14, 22) number",
                desk.own.organisation.value(),
                worker);
        asked("", "Je range.");
        HttpResponse<String> refused =
                holder.post("/me/requests", Map.of("file", worker, "badge", "", "words", "Je range encore."));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Vous avez fait 10 demandes depuis hier.", "Je range encore.</textarea>");
    }

    @Test
    void theSameBadgeIsNotAskedForTwiceAndNothingTypedIsLost() throws Exception {
        asked(badge, "Je peins.");
        HttpResponse<String> twice =
                holder.post("/me/requests", Map.of("file", worker, "badge", badge, "words", "Je peins encore."));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("Vous avez déjà demandé ce badge.", "Je peins encore.</textarea>");
        assertThat(holder.post("/me/requests", Map.of("file", worker, "badge", "", "words", "é".repeat(501)))
                        .body())
                .contains("Écrivez 500\u00a0lettres au plus.");
    }

    @Test
    void onlyTheBadgesThatTheOrganisationChoseAreAskedFor() throws Exception {
        assertThat(desk.colleague.get("/app/requests/badges").body())
                .containsPattern("value=\"" + badge + "\" checked");
        desk.colleague.post("/app/requests/badges", Map.of("shown", badge));
        assertThat(holder.get("/me/requests/new").body()).doesNotContain("value=\"" + badge + "\"");
        assertThat(holder.post("/me/requests", Map.of("file", worker, "badge", badge, "words", "Je peins."))
                        .statusCode())
                .isEqualTo(404);
        desk.colleague.post("/app/requests/badges", Map.of("shown", badge, "badges", badge));
        asked(badge, "Je peins.");
    }

    @Test
    void aPersonReadsTheNameThatIsPublishedNotTheOneOfTheDraft() throws Exception {
        String request = asked(badge, "Je peins.");
        String content = text("SELECT content FROM achievement WHERE id = ?::uuid", badge);
        desk.update(
                "UPDATE achievement SET content = jsonb_set(content, '{name}', '\"Nom du brouillon\"') WHERE id = ?::uuid",
                badge);
        try {
            assertThat(holder.get("/me/requests/new").body()).doesNotContain("Nom du brouillon");
            assertThat(holder.get("/me/requests/" + request).body()).doesNotContain("Nom du brouillon");
        } finally {
            desk.update("UPDATE achievement SET content = ?::jsonb WHERE id = ?::uuid", content, badge);
        }
    }

    @Test
    void aFileOfSomebodyElseIsNotFound() throws Exception {
        assertThat(holder.post(
                                "/me/requests",
                                Map.of("file", desk.other.ids.get("worker"), "badge", "", "words", "Je peins."))
                        .statusCode())
                .isEqualTo(404);
        desk.update(
                "UPDATE holder SET limited_to = ? WHERE id = ?",
                desk.other.organisation.value(),
                desk.own.holder.value());
        try {
            assertThat(holder.get("/me/requests").body()).contains("Vous ne pouvez rien demander");
            assertThat(holder.post("/me/requests", Map.of("file", worker, "badge", "", "words", "Je peins."))
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            desk.update("UPDATE holder SET limited_to = NULL WHERE id = ?", desk.own.holder.value());
        }
    }

    @Test
    void aRequestWithoutAnAnswerForFourteenDaysIsLate() throws Exception {
        String request = asked(badge, "Je peins.");
        desk.update("UPDATE badge_request SET to_read_at = now() - interval '13 days 23 hours'");
        assertThat(desk.member.get("/app").body()).doesNotContain(LATE);
        desk.update("UPDATE badge_request SET to_read_at = now() - interval '14 days 1 minute'");
        assertThat(desk.member.get("/app").body()).contains(LATE, "href=\"/app/requests?state=late\"");
        assertThat(desk.member.get("/app/requests?state=late").body()).contains(request);
    }

    @Test
    void theListIsFilteredByStateBadgeAndPeriod() throws Exception {
        String request = asked(badge, "Je peins.");
        for (String query : List.of("?state=sent", "?badge=" + badge, "?period=month", "?worker=" + worker)) {
            assertThat(desk.member.get("/app/requests" + query).body())
                    .as(query)
                    .contains(request);
        }
        desk.update("UPDATE badge_request SET created_at = now() - interval '40 days'");
        String none = "/app/requests?badge=" + UUID.randomUUID();
        for (String path : List.of("/app/requests?state=refused", none, "/app/requests?period=month")) {
            assertThat(desk.member.get(path).body()).as(path).doesNotContain("/app/requests/" + request);
        }
    }

    @Test
    void anEvaluatorAsksForAPersonAndSeesTheirOwnRequestsAlone() throws Exception {
        String own = asked("", "Je range.");
        assertThat(evaluator.get("/app").body()).contains("href=\"/app/requests\"");
        assertThat(evaluator.get("/app/requests/new?worker=" + worker).body())
                .contains("<option value=\"" + worker + "\" selected");
        assertThat(evaluator
                        .post("/app/requests", Map.of("worker", "", "badge", badge, "words", "Peint."))
                        .body())
                .contains("Choisissez une personne.", "Peint.</textarea>");
        String led = AwardRunFixture.led(
                evaluator.post("/app/requests", Map.of("worker", worker, "badge", badge, "words", "Peint seule.")));
        String mine = led.replaceFirst("\\?.*", "");
        assertThat(evaluator.get("/app/requests").body()).contains(mine).doesNotContain(own);
        assertThat(evaluator.get("/app/requests/" + own).statusCode()).isEqualTo(404);
        assertThat(evaluator.get(mine).body())
                .contains("Peint seule.")
                .doesNotContain("/app/workers/", mine + "/refuse", mine + "/badge");
        assertThat(holder.get("/me/requests").body()).as("no request of theirs").doesNotContain(mine.substring(14));

        desk.member.post(mine + "/question", Map.of("question", "Sur quel chantier ?"));
        assertThat(holder.post("/me/requests/" + mine.substring(14) + "/answer", Map.of("answer", "Le mien."))
                        .statusCode())
                .isEqualTo(404);
        evaluator.post(mine + "/answer", Map.of("answer", "Celui du parc."));
        assertThat(desk.member.get(mine).body()).contains("Celui du parc.", "Demandé par encadrement-1");
        assertThat(desk.member.post(mine + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
        evaluator.post(mine + "/withdraw", Map.of());
        assertThat(evaluator.get(mine).body()).contains("Annulée le");
    }

    @Test
    void anEvaluatorAsksForThePeopleOfTheirTeamsAlone() throws Exception {
        String elsewhere = desk.person("Sacha", "Autre-Équipe-Modèle");
        assertThat(evaluator.get("/app/requests/new").body()).contains(worker).doesNotContain("Autre-Équipe-Modèle");
        Map<String, String> form = Map.of("worker", elsewhere, "badge", badge, "words", "Peint.");
        assertThat(evaluator.post("/app/requests", form).statusCode()).isEqualTo(404);
        assertThat(desk.count("badge_request WHERE worker_id = ?::uuid", elsewhere))
                .isZero();

        String mine = AwardRunFixture.led(
                        evaluator.post("/app/requests", Map.of("worker", worker, "badge", badge, "words", "Peint.")))
                .replaceFirst("\\?.*", "");
        desk.update(
                "UPDATE badge_request SET worker_id = ?::uuid WHERE id = ?::uuid",
                elsewhere,
                mine.replaceFirst(".*/", ""));
        assertThat(evaluator.get("/app/requests").body()).doesNotContain("Autre-Équipe-Modèle");
        assertThat(evaluator.get(mine).statusCode()).as("left the team").isEqualTo(404);
        assertThat(evaluator.post(mine + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
        assertThat(desk.member.get(mine).statusCode()).isEqualTo(200);
    }

    private static String copy(String address, Visitor visitor) throws Exception {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(visitor.bytes(address)))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void theWordsGoWithTheFileAndStandInBothCopies() throws Exception {
        String gone = desk.person("Alix", "Effacée-Modèle");
        String request = asked(badge, "Je peins pour la copie.");
        assertThat(copy("/me/data/export", holder)).contains("Je peins pour la copie.", "Demandes de badges");
        assertThat(copy("/app/workers/" + worker + "/data/export", desk.colleague))
                .contains("Je peins pour la copie.", "Demandes de badges");
        desk.update("UPDATE badge_request SET worker_id = ?::uuid WHERE id = ?::uuid", gone, request);
        DeskFile file = new DeskFile(desk.own.organisation, UUID.fromString(gone));

        desk.server.features().privacy().eraseFile().apply(file, Cause.request(Actor.SYSTEM));

        assertThat(desk.count("badge_request WHERE id = ?::uuid", request)).isZero();
    }
}
