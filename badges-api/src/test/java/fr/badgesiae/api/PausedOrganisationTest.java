package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Permitted and refused acts of an organisation paused by its network, through its pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedOrganisationTest {
    private static final String REASON = "La convention n’est pas signée.";

    private TestServer server;
    private Tenant tenant;
    private Visitor network;
    private Visitor counsellor;
    private Visitor person;
    private String page;
    private String offer;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        network = new Visitor(server, "/claim", all -> all.openDesk(tenant.network, tenant.networkAdmin));
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
        assertThat(post(network, page + "/pause", Map.of("reason", REASON)).statusCode())
                .isEqualTo(303);
    }

    @AfterEach
    void resume() throws Exception {
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
        assertThat(get(network, page).body()).contains("En pause depuis le", REASON, "Terminer la pause");
        assertThat(get(network, "/app/organisations").body()).contains("En pause");
        assertThat(audited("ORGANISATION_PAUSED")).isPositive();
        long before = audited("ORGANISATION_RESUMED");
        assertThat(get(network, page + "/resume").body()).contains("Terminer la pause");
        assertThat(post(network, page + "/resume", Map.of()).statusCode()).isEqualTo(303);
        assertThat(audited("ORGANISATION_RESUMED")).isEqualTo(before + 1);
        assertThat(get(network, page).body()).doesNotContain(REASON, "En pause");
        assertThat(get(network, "/app/organisations").body()).doesNotContain("En pause");
    }

    @Test
    void aPauseHappensOnce() throws Exception {
        assertThat(post(network, page + "/pause", Map.of("reason", REASON)).statusCode())
                .isEqualTo(409);
        resume();
        assertThat(post(network, page + "/resume", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aPauseNeedsAReason() throws Exception {
        resume();
        assertThat(get(network, page + "/pause").body()).contains("Mettre cette structure en pause");
        HttpResponse<String> silent = post(network, page + "/pause", Map.of("reason", "  "));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("e-reason");
        assertThat(post(network, page + "/pause", Map.of("reason", "x".repeat(501)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void thePausedOrganisationIsToldWhyAndOffersNothing() throws Exception {
        assertThat(get(counsellor, "/app").body()).contains("en pause depuis le", REASON, "Réseau Deux-Rives");
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
            assertThat(told.body()).as(path).contains("Cette structure est en pause", "Gardez votre billet");
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
