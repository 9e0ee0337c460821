package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a form leads to, in the whole service: a kept page, one act for one form, and nothing lost with a session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormAnswersTest {
    private static final String TEXT = "Prépare seule son poste & range « le soir ».";

    private TestServer server;
    private Tenant tenant;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET notice_given_on = current_date WHERE id = ?::uuid",
                        tenant.ids.get("worker")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Tab counsellor() throws Exception {
        return Tab.signedIn(server, "conseil-4");
    }

    private long count(String sql, Object... values) {
        return server.database()
                .owner()
                .withHandle(
                        handle -> handle.select(sql, values).mapTo(Long.class).one());
    }

    private void endSessions() {
        server.database()
                .owner()
                .useHandle(
                        handle -> handle.execute("UPDATE session SET last_seen_at = last_seen_at - interval '1 day'"));
    }

    @Test
    void aSearchIsShownAgainWithoutBeingSentAgain() throws Exception {
        Tab tab = counsellor();
        Map<String, String> search =
                Tab.fields(tab.get("/app/workers"), "/app/workers/search", Map.of("words", "rives"));
        HttpResponse<String> answer = tab.post("/app/workers/search", search);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.body()).isEmpty();
        String kept = Tab.location(answer);
        assertThat(kept).startsWith("/answers/").doesNotContain("rives");
        assertThat(tab.get(kept).body()).contains("Deux-Rives", "value=\"rives\"");
        assertThat(tab.get(kept).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusedFormKeepsItsErrorsAndItsTextInBothLanguages() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form =
                Tab.fields(tab.get("/app/workers/new"), "/app/workers", Map.of("firstName", "Alix", "lastName", ""));
        String kept = Tab.location(tab.post("/app/workers", form));
        HttpResponse<String> french = tab.get(kept);
        assertThat(french.statusCode()).isEqualTo(422);
        assertThat(french.body()).contains("lang=\"fr\"", "value=\"Alix\"", "href=\"" + kept + "?lang=en\"");
        HttpResponse<String> english = tab.get(kept + "?lang=en");
        assertThat(english.body()).contains("<html lang=\"en\">", "value=\"Alix\"", "href=\"" + kept + "?lang=fr\"");
    }

    @Test
    void everyAnswerHasItsLanguageSwitch() throws Exception {
        Tab tab = new Tab(server.origin());
        Map<String, String> wrong = Tab.fields(
                tab.get("/signin"), "/signin", Map.of("login", "personne-ici", "password", "faux faux faux"));
        HttpResponse<String> page = tab.follow(tab.post("/signin", wrong));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("class=\"language\"", "value=\"personne-ici\"")
                .doesNotContain("faux faux");
    }

    @Test
    void anotherBrowserAndALaterVisitorSeeNothingOfAKeptPage() throws Exception {
        Tab tab = counsellor();
        Map<String, String> search =
                Tab.fields(tab.get("/app/workers"), "/app/workers/search", Map.of("words", "rives"));
        String kept = Tab.location(tab.post("/app/workers/search", search));
        assertThat(counsellor().get(kept).statusCode()).isEqualTo(410);
        assertThat(new Tab(server.origin()).get(kept).statusCode()).isEqualTo(410);
        tab.post("/signout", Tab.fields(tab.get("/app"), "/signout", Map.of()));
        assertThat(Tab.location(tab.get(kept))).startsWith("/signin?");
        tab.signIn("direction-4");
        assertThat(Tab.location(tab.get(kept)))
                .as("another member of the house")
                .startsWith("/signin?");
        tab.signIn("conseil-4");
        assertThat(tab.get(kept).statusCode()).isEqualTo(200);
    }

    @Test
    void aReloadedInvitationIsTheSameInvitation() throws Exception {
        Tab tab = Tab.signedIn(server, "direction-4");
        Map<String, String> form = Tab.fields(
                tab.get("/app/members"), "/app/members/invitations", Map.of("label", "Camille", "role", "COUNSELLOR"));
        HttpResponse<String> once = tab.follow(tab.post("/app/members/invitations", form));
        HttpResponse<String> twice = tab.follow(tab.post("/app/members/invitations", form));
        assertThat(once.body()).contains("/join/");
        assertThat(twice.body()).isEqualTo(once.body());
        assertThat(count("SELECT count(*) FROM invitation WHERE label = 'Camille'"))
                .isEqualTo(1);
    }

    @Test
    void thirtySendingsOfOneFormMakeOneWorker() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = Tab.fields(
                tab.get("/app/workers/new"), "/app/workers", Map.of("firstName", "Lou", "lastName", "Trentefois"));
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 30)
                .mapToObj(i -> tab.postLater("/app/workers", form))
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        assertThat(count("SELECT count(*) FROM worker WHERE last_name = 'Trentefois'"))
                .isEqualTo(1);
        UUID worker = server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT id FROM worker WHERE last_name = 'Trentefois'")
                        .mapTo(UUID.class)
                        .one());
        Set<String> ends = sent.stream()
                .map(CompletableFuture::join)
                .map(Tab::location)
                .map(path -> end(tab, path))
                .collect(Collectors.toSet());
        assertThat(ends).containsExactly("/app/workers/" + worker);
    }

    private static String end(Tab tab, String path) {
        try {
            return path.startsWith("/answers/") ? Tab.location(tab.get(path)) : path;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFormWithOtherContentCountsAgain() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = new HashMap<>(Tab.fields(
                tab.get("/app/workers/new"), "/app/workers", Map.of("firstName", "Lou", "lastName", "Premier")));
        tab.post("/app/workers", form);
        form.put("lastName", "Second");
        tab.post("/app/workers", form);
        assertThat(count("SELECT count(*) FROM worker WHERE last_name IN ('Premier', 'Second')"))
                .isEqualTo(2);
    }

    @Test
    void aLogoSentTwiceIsReplacedOnce() throws Exception {
        Tab tab = Tab.signedIn(server, "direction-4");
        String path = "/app/organisation/logo";
        Map<String, String> form = Tab.fields(tab.get(path), path, Map.of());
        String logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8H0z\"/></svg>";
        String changes = "SELECT count(*) FROM audit_event WHERE code = 'LOGO_REPLACED'";
        HttpResponse<String> once = tab.post(path, form, logo);
        HttpResponse<String> twice = tab.post(path, form, logo);
        assertThat(once.headers().firstValue("Location").orElseThrow()).endsWith(path + "?done=logo.saved");
        HttpResponse<String> kept = tab.get(Tab.location(twice));
        assertThat(kept.headers().firstValue("Location").orElseThrow()).endsWith(path + "?done=logo.saved");
        assertThat(count(changes)).isEqualTo(1);
        tab.post(path, form, logo.replace("h8v8H0z", "h8v4H0z"));
        assertThat(count(changes)).as("another file").isEqualTo(2);
    }

    @Test
    void aRefusedFileIsARedirectAndMayBeSentAgain() throws Exception {
        Tab tab = Tab.signedIn(server, "direction-4");
        String path = "/app/organisation/logo";
        Map<String, String> form = Tab.fields(tab.get(path), path, Map.of());
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = tab.post(path, form, "no picture");
            assertThat(refused.statusCode()).isEqualTo(303);
            assertThat(Tab.location(refused)).startsWith("/answers/");
            assertThat(tab.follow(refused).statusCode()).isEqualTo(422);
        }
    }

    private Map<String, String> offer(Tab tab) throws Exception {
        return Tab.fields(
                tab.get("/app/offers/new"),
                "/app/offers/preview",
                Map.of(
                        "worker",
                        tenant.ids.get("worker"),
                        "version",
                        tenant.ids.get("version"),
                        "narrative",
                        TEXT,
                        "evidence",
                        ""));
    }

    private static void assertThatTheTextIsBack(Tab tab, HttpResponse<String> page) throws Exception {
        assertThat(page.body()).contains("Vous pouvez continuer");
        Map<String, String> again = Tab.fields(page, "/app/offers/preview", Map.of());
        assertThat(again).containsEntry("narrative", TEXT);
        HttpResponse<String> preview = tab.follow(tab.post("/app/offers/preview", again));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Prépare seule son poste &amp; range « le soir ».");
    }

    @Test
    void aSessionThatEndsWhileWritingLosesNothing() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = offer(tab);
        endSessions();
        HttpResponse<String> over = tab.post("/app/offers/preview", form);
        assertThat(over.statusCode()).isEqualTo(303);
        HttpResponse<String> door = tab.follow(over);
        assertThat(door.body())
                .contains("Trop de temps a passé", "Nous gardons votre texte", "name=\"password\"")
                .doesNotContain("Votre compte ne permet pas");
        assertThatTheTextIsBack(tab, tab.follow(tab.signIn("conseil-4")));
        assertThat(tab.get("/app").statusCode()).as("only once").isEqualTo(200);
    }

    @Test
    void aSessionClosedInAnotherTabLosesNothing() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = offer(tab);
        tab.post("/signout", Tab.fields(tab.get("/app"), "/signout", Map.of()));
        HttpResponse<String> door = tab.follow(tab.post("/app/offers/preview", form));
        assertThat(door.body()).contains("Votre session est fermée", "Nous gardons votre texte");
        assertThatTheTextIsBack(tab, tab.follow(tab.signIn("conseil-4")));
    }

    @Test
    void aFormIsTakenInALaterSessionOfTheSameMemberOnly() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = offer(tab);
        tab.signIn("conseil-4");
        assertThat(tab.follow(tab.post("/app/offers/preview", form)).body()).contains("Prépare seule");
        tab.signIn("direction-4");
        HttpResponse<String> other = tab.post("/app/offers/preview", form);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("Trop de temps a passé").doesNotContain("Votre compte ne permet pas");
    }

    @Test
    void whatWaitsForOneMemberIsNotShownToAnother() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = offer(tab);
        endSessions();
        tab.post("/app/offers/preview", form);
        HttpResponse<String> home = tab.follow(tab.signIn("direction-4"));
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).doesNotContain("Prépare seule", "Vous pouvez continuer");
    }

    @Test
    void nothingKeptIsReadableAndSecretsAreNotKept() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = offer(tab);
        Map<String, String> password = Tab.fields(
                tab.get("/app/password"),
                "/app/password",
                Map.of("current", "une phrase assez longue", "password", "une autre phrase longue"));
        endSessions();
        tab.post("/app/offers/preview", form);
        long before = count("SELECT count(*) FROM form_answer WHERE kind = 'FORM'");
        assertThat(Tab.location(tab.post("/app/password", password))).startsWith("/signin?");
        assertThat(count("SELECT count(*) FROM form_answer WHERE kind = 'FORM'"))
                .isEqualTo(before);
        assertThat(count("SELECT count(*) FROM form_answer WHERE position('Pr' in encode(content, 'escape')) > 0"
                        + " AND position('seule' in encode(content, 'escape')) > 0"))
                .isZero();
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname = 'form_answer' AND relpersistence = 'u'"))
                .as("neither in the write-ahead log nor in physical backups")
                .isEqualTo(1);
    }

    @Test
    void aVisitKeepsFortyAnswers() throws Exception {
        Tab tab = counsellor();
        Map<String, String> search =
                Tab.fields(tab.get("/app/workers"), "/app/workers/search", Map.of("words", "rives"));
        search.remove("_key");
        String first = Tab.location(tab.post("/app/workers/search", search));
        String last = first;
        for (int i = 0; i < 40; i++) {
            last = Tab.location(tab.post("/app/workers/search", search));
        }
        assertThat(tab.get(first).statusCode()).isEqualTo(410);
        assertThat(tab.get(last).statusCode()).isEqualTo(200);
    }

    @Test
    void theClaimAsksForThePinAgainAndGoesOn() throws Exception {
        Tab desk = counsellor();
        HttpResponse<String> preview = desk.follow(desk.post("/app/offers/preview", offer(desk)));
        String offer = Tab.location(desk.post("/app/offers", Tab.fields(preview, "/app/offers", Map.of())));
        HttpResponse<String> slip =
                desk.follow(desk.post(offer + "/slip", Tab.fields(desk.get(offer), offer + "/slip", Map.of())));
        Matcher codes = Pattern.compile("class=\"big-code\">(.*?)</p>").matcher(slip.body());
        assertThat(codes.find()).isTrue();
        String path = "/claim/" + codes.group(1).replace("<wbr>", "");
        assertThat(codes.find()).isTrue();
        String pin = codes.group(1);

        Tab worker = new Tab(server.origin());
        worker.post(path, Tab.fields(worker.get(path), path, Map.of("pin", pin)));
        Map<String, String> error =
                Tab.fields(worker.get("/claim/badge/error"), "/claim/badge/error", Map.of("error", "TEXT"));
        endSessions();
        HttpResponse<String> over = worker.post("/claim/badge/error", error);
        assertThat(Tab.location(over)).startsWith(path);
        HttpResponse<String> door = worker.follow(over);
        assertThat(door.body())
                .contains("Trop de temps a passé", "name=\"pin\"")
                .doesNotContain("Votre compte");
        HttpResponse<String> resumed = worker.follow(worker.post(path, Tab.fields(door, path, Map.of("pin", pin))));
        Map<String, String> again = Tab.fields(resumed, "/claim/badge/error", Map.of());
        assertThat(again).containsEntry("error", "TEXT");
        worker.post("/claim/badge/error", again);
        assertThat(count("SELECT count(*) FROM offer WHERE state = 'DISPUTED' AND dispute = 'TEXT'"))
                .isEqualTo(1);
    }

    /** Once cancelled, the last day to answer means nothing. */
    @Test
    void aClosedOfferShowsNoEnd() throws Exception {
        Tab desk = counsellor();
        HttpResponse<String> preview = desk.follow(desk.post("/app/offers/preview", offer(desk)));
        String offer = Tab.location(desk.post("/app/offers", Tab.fields(preview, "/app/offers", Map.of())));
        assertThat(desk.get(offer).body()).contains("Réponse possible");
        HttpResponse<String> cancel = desk.get(offer + "/cancel");
        desk.post(offer + "/cancel", Tab.fields(cancel, offer + "/cancel", Map.of()));
        assertThat(desk.get(offer).body()).contains("annul").doesNotContain("Réponse possible");
    }

    @Test
    void aSecondPersonOfOneNameIsAskedForAndToldApart() throws Exception {
        Tab tab = counsellor();
        Map<String, String> form = Tab.fields(
                tab.get("/app/workers/new"), "/app/workers", Map.of("firstName", "Zoé", "lastName", "Double"));
        String first = Tab.location(tab.post("/app/workers", form));
        Map<String, String> swapped = Tab.fields(
                tab.get("/app/workers/new"), "/app/workers", Map.of("firstName", "double", "lastName", "ZOE"));
        HttpResponse<String> warned = tab.follow(tab.post("/app/workers", swapped));
        assertThat(warned.statusCode()).isEqualTo(409);
        assertThat(warned.body()).contains("Un dossier porte déjà ce nom", first, "dossier créé le");
        assertThat(count("SELECT count(*) FROM worker WHERE lower(last_name) = 'zoe'"))
                .isZero();

        Map<String, String> same = Tab.fields(
                tab.get("/app/workers/new"), "/app/workers", Map.of("firstName", "Zoé", "lastName", "Double"));
        HttpResponse<String> again = tab.follow(tab.post("/app/workers", same));
        Map<String, String> sure = new HashMap<>(Tab.fields(again, "/app/workers", Map.of()));
        sure.putAll(Map.of("firstName", "Zoé", "lastName", "Double", "homonym", "yes"));
        assertThat(Tab.location(tab.post("/app/workers", sure))).isNotEqualTo(first);
        assertThat(count("SELECT count(*) FROM worker WHERE last_name = 'Double'"))
                .isEqualTo(2);
        assertThat(tab.get("/app/workers").body()).contains("dossier créé le");
        assertThat(tab.get("/app/offers/new").body()).contains("Zoé Double – dossier créé le");
    }

    @Test
    void aBadgeThatThePersonHasIsOfferedAgainOnPurposeOnly() throws Exception {
        Tab tab = counsellor();
        HttpResponse<String> preview = tab.follow(tab.post("/app/offers/preview", offer(tab)));
        assertThat(preview.body()).contains("Ce badge lui est déjà proposé", "/app/offers/");
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE offer SET state = 'CANCELLED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL"
                                + " WHERE state IN ('OFFERED', 'DISPUTED')"));
        HttpResponse<String> alone = tab.follow(tab.post("/app/offers/preview", offer(tab)));
        assertThat(alone.body()).contains("Vérifier avant de proposer").doesNotContain("déjà proposé");
    }
}
