package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Permitted and refused acts of an organisation paused by its network, through its pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedOrganisationTest {
    private static final String REASON = "La convention avec le réseau n’est pas signée, ou elle est terminée";
    private static final String NOTE = "Signer la convention de l’année.";

    private TestServer server;
    private Tenant tenant;
    private Visitor network;
    private Visitor second;
    private Visitor counsellor;
    private Visitor person;
    private String page;
    private String offer;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        network = new Visitor(server, "/claim", all -> all.openDesk(tenant.network, tenant.networkAdmin));
        AccountId other = server.member(tenant.network, "reseau-bis", "NETWORK_ADMIN", "une phrase assez longue");
        second = new Visitor(server, "/claim", all -> all.openDesk(tenant.network, other));
        counsellor = new Visitor(server, "/claim", all -> all.openDesk(tenant.organisation, tenant.counsellor));
        UUID open = UUID.fromString(tenant.ids.get("offer"));
        person = new Visitor(server, "/claim", all -> all.openClaim(tenant.organisation, open));
        page = "/app/organisations/" + tenant.organisation;
        offer = "/app/offers/" + open;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void pause() throws Exception {
        ask();
        assertThat(post(second, page + "/pause/confirm", Map.of("asked", asked()))
                        .statusCode())
                .isEqualTo(303);
    }

    private void ask() throws Exception {
        assertThat(post(network, page + "/pause", Map.of("reason", "AGREEMENT", "note", NOTE))
                        .statusCode())
                .isEqualTo(303);
    }

    /** The instant that the page shows to whoever confirms, as its form sends it. */
    private String asked() throws Exception {
        Matcher field = Pattern.compile("name=\"asked\" value=\"(\\d+)\"")
                .matcher(get(second, page).body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    @AfterEach
    void resume() throws Exception {
        post(network, page + "/pause/withdraw", Map.of());
        post(network, page + "/resume", Map.of());
    }

    private static HttpResponse<String> get(Visitor who, String path) throws Exception {
        return who.call(new Route("GET", path, null, List.of()), path, Map.of());
    }

    private static HttpResponse<String> post(Visitor who, String path, Map<String, String> fields) throws Exception {
        return who.call(new Route("POST", path, null, List.of()), path, fields);
    }

    private long audited(String code) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM audit_event WHERE code = ? AND actor_id = ? AND organisation_id = ?",
                                code,
                                tenant.networkAdmin.value(),
                                tenant.organisation.value())
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void theNetworkReadsTheStateAndTheReasonAndEndsThePause() throws Exception {
        assertThat(get(network, page).body()).contains("En pause depuis le", REASON, NOTE, "Terminer la pause");
        assertThat(get(network, "/app/organisations").body()).contains("En pause");
        assertThat(audited("PAUSE_ASKED")).isPositive();
        long before = audited("ORGANISATION_RESUMED");
        assertThat(get(network, page + "/resume").body()).contains("Terminer la pause");
        assertThat(post(network, page + "/resume", Map.of()).statusCode()).isEqualTo(303);
        assertThat(audited("ORGANISATION_RESUMED")).isEqualTo(before + 1);
        assertThat(get(network, page).body()).doesNotContain(REASON, "En pause");
        assertThat(get(network, "/app/organisations").body()).doesNotContain("En pause");
    }

    @Test
    void aPauseHappensOnce() throws Exception {
        assertThat(post(network, page + "/pause", Map.of("reason", "AGREEMENT")).statusCode())
                .isEqualTo(409);
        resume();
        assertThat(post(network, page + "/resume", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aPauseWaitsForASecondAdministratorInSightOfTheOrganisation() throws Exception {
        resume();
        ask();
        assertThat(get(network, page).body())
                .contains("Vous avez demandé cette pause", "Une deuxième personne", "Annuler la demande")
                .doesNotContain("Confirmer la pause", "En pause depuis le");
        assertThat(get(second, "/app").body()).contains("Une pause attend la confirmation");
        assertThat(get(second, "/app/organisations").body()).contains("Pauses demandées", "Pause demandée");
        assertThat(get(second, page).body()).contains("Confirmer la pause", REASON, NOTE);
        assertThat(get(counsellor, "/app").body())
                .contains("demande la pause de votre rattachement", "une deuxième personne du réseau", REASON, NOTE)
                .doesNotContain("en pause depuis le");
        assertThat(get(counsellor, "/app/offers/new").statusCode()).isEqualTo(200);

        String asked = asked();
        assertThat(post(network, page + "/pause/confirm", Map.of("asked", asked))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(second, page + "/pause/confirm", Map.of("asked", "1")).statusCode())
                .isEqualTo(409);
        assertThat(get(counsellor, "/app/offers/new").statusCode()).isEqualTo(200);
        assertThat(post(second, page + "/pause/confirm", Map.of("asked", asked)).statusCode())
                .isEqualTo(303);
        assertThat(get(counsellor, "/app/offers/new").statusCode()).isEqualTo(409);
    }

    @Test
    void aRequestIsWithdrawnByEitherAdministrator() throws Exception {
        resume();
        ask();
        assertThat(post(second, page + "/pause/withdraw", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(get(counsellor, "/app").body()).doesNotContain("demande la pause");
        assertThat(get(second, "/app/organisations").body()).doesNotContain("Pause demandée");
        assertThat(post(second, page + "/pause/withdraw", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aPauseNeedsAReason() throws Exception {
        resume();
        assertThat(get(network, page + "/pause").body()).contains("Mettre cette structure en pause");
        HttpResponse<String> silent = post(network, page + "/pause", Map.of("reason", "  "));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("e-reason");
        assertThat(post(network, page + "/pause", Map.of("reason", "AGREEMENT", "note", "x".repeat(501)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void thePausedOrganisationIsToldWhyAndOffersNothing() throws Exception {
        assertThat(get(counsellor, "/app").body()).contains("en pause depuis le", REASON, NOTE, "Réseau Deux-Rives");
        Map<String, String> words = Map.of(
                "worker", tenant.ids.get("worker"), "version", tenant.ids.get("version"), "narrative", "Peint un mur.");
        List<HttpResponse<String>> refusals = List.of(
                get(counsellor, "/app/offers/new"),
                post(counsellor, "/app/offers/preview", words),
                post(counsellor, "/app/offers", words),
                post(counsellor, offer + "/slip", Map.of()),
                post(counsellor, offer + "/reissue", Map.of()),
                post(counsellor, offer + "/correct", Map.of("narrative", "Peint deux murs.")),
                post(counsellor, offer + "/in-person", Map.of()));
        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(409);
            assertThat(refusal.body()).contains("Votre structure est en pause");
        });
    }

    /** A button that answers 409 is not offered: the sentence stands there instead. */
    @Test
    void noPageOffersWhatThePauseRefuses() throws Exception {
        String worker = "/app/workers/" + tenant.ids.get("worker");
        String badge = "/app/badges/" + tenant.ids.get("achievement");
        for (String path : List.of("/app/offers", offer, worker, badge)) {
            String told = get(counsellor, path).body();
            assertThat(told).as(path).contains("Votre structure est en pause", "href=\"/app\"");
            assertOffersNothing(path, told);
        }
        assertOffersNothing("/app", get(counsellor, "/app").body());
        assertOffersNothing("/app/workers", get(counsellor, "/app/workers").body());
        assertOffersNothing(
                "search",
                post(counsellor, "/app/offers/search", Map.of("words", "a")).body());
        for (String act : List.of("/reissue", "/correct")) {
            HttpResponse<String> asked = get(counsellor, offer + act);
            assertThat(asked.statusCode()).as(act).isEqualTo(409);
            assertThat(asked.body()).as(act).contains("Votre structure est en pause");
        }
        resume();
        assertThat(get(counsellor, "/app/offers").body())
                .contains("href=\"/app/offers/new\"")
                .doesNotContain("est en pause");
        assertThat(get(counsellor, offer).body()).contains("/slip\"", "/in-person\"");
        assertThat(get(counsellor, worker).body()).contains("href=\"/app/offers/new?");
        assertThat(get(counsellor, badge).body()).contains("href=\"/app/offers/new?");
    }

    private static void assertOffersNothing(String page, String body) {
        assertThat(body)
                .as(page)
                .doesNotContain("/app/offers/new", "/slip\"", "/in-person\"", "/reissue\"", "/correct\"");
    }

    @Test
    void theHomeOfAPausedOrganisationSaysWhatCanStillBeDone() throws Exception {
        assertThat(get(counsellor, "/app").body())
                .contains("Vous pouvez encore")
                .doesNotContain("Rien à faire pour le moment");
        resume();
        assertThat(get(counsellor, "/app").body()).doesNotContain("Vous pouvez encore");
    }

    @Test
    void whatWasAwardedCanStillBeReadAndTakenBack() throws Exception {
        String badge = "/app/credentials/" + tenant.ids.get("credential");
        assertThat(get(counsellor, badge).statusCode()).isEqualTo(200);
        assertThat(get(counsellor, badge + "/revoke").statusCode()).isEqualTo(200);
        assertThat(get(counsellor, "/app/badges/new").statusCode()).isEqualTo(200);
        assertThat(get(counsellor, offer + "/cancel").statusCode()).isEqualTo(200);
    }

    @Test
    void aWorkerReadsThatTheSlipWaitsAndAnswersAfterwards() throws Exception {
        for (String path : List.of("/claim/badge", "/claim/badge/name", "/claim/badge/answer", "/claim/badge/error")) {
            HttpResponse<String> told = get(person, path);
            assertThat(told.statusCode()).as(path).isEqualTo(409);
            assertThat(told.body()).as(path).contains("Cette structure est en pause", "Gardez votre ticket");
        }
        post(person, "/claim/badge/accept", Map.of("name", "FULL"));
        resume();
        HttpResponse<String> again = get(person, "/claim/badge");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("vous propose ce badge");
        assertThat(get(counsellor, "/app/offers/new").statusCode()).isEqualTo(200);
    }

    @Test
    void anybodyReadsSinceWhenTheNetworkDoesNotAnswerForIt() throws Exception {
        String issuer = "/issuers/" + tenant.organisation;
        assertThat(get(network, issuer).body()).contains("en pause depuis le").doesNotContain(REASON);
        resume();
        assertThat(get(network, issuer).body()).doesNotContain("en pause");
    }
}
