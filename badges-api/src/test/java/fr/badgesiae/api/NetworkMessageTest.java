package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A message of a network: written, announced, read by each member, over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkMessageTest {
    private AwardRunFixture desk;
    private Visitor network;
    private Visitor otherNetwork;
    private Visitor stranger;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        network = new Visitor(
                desk.server,
                "/app/organisations/new",
                sessions -> sessions.openDesk(desk.own.network, desk.own.networkAdmin));
        otherNetwork = new Visitor(
                desk.server,
                "/app/organisations/new",
                sessions -> sessions.openDesk(desk.other.network, desk.other.networkAdmin));
        stranger = new Visitor(
                desk.server,
                "/app/workers/new",
                sessions -> sessions.openDesk(desk.other.organisation, desk.other.admin));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @BeforeEach
    void forget() {
        desk.update("DELETE FROM network_message");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private String send(String audience) throws Exception {
        String led = AwardRunFixture.led(network.post(
                "/app/network/messages",
                Map.of(
                        "title",
                        "Journée du réseau",
                        "body",
                        "Le 12 mars.\nhttps://reseau.invalid/journee",
                        "until",
                        today().plusDays(3).toString(),
                        "audience",
                        audience)));
        assertThat(led).isEqualTo("/app/network/messages?done=organisation.message-sent");
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT id FROM network_message")
                        .mapTo(String.class)
                        .one());
    }

    private void close(Visitor reader, String message) throws Exception {
        assertThat(reader.post("/app/messages/" + message + "/close", Map.of()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void eachMemberReadsItUntilTheyCloseIt() throws Exception {
        String message = send("EVERYBODY");
        assertThat(desk.member.get("/app").body()).contains("Un message de votre réseau", "href=\"/app/messages\"");
        assertThat(desk.member.get("/app/messages").body())
                .contains("Journée du réseau", "<p>https://reseau.invalid/journee</p>", "Réseau Deux-Rives");
        assertThat(network.get("/app/network/messages").body()).contains("lu dans aucune structure");

        close(desk.member, message);
        close(desk.member, message);

        assertThat(desk.member.get("/app").body()).doesNotContain("message de votre réseau");
        assertThat(desk.member.get("/app/messages").body()).contains("Aucun message à lire.");
        assertThat(desk.colleague.get("/app/messages").body()).contains("Journée du réseau");
        assertThat(network.get("/app/network/messages").body()).contains("lu dans une structure");
    }

    @Test
    void thoseOfAnotherNetworkNeitherReadNorCloseNorWithdrawIt() throws Exception {
        String message = send("EVERYBODY");

        assertThat(stranger.get("/app/messages").body()).doesNotContain("Journée du réseau");
        assertThat(stranger.post("/app/messages/" + message + "/close", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(otherNetwork.get("/app/network/messages").body()).doesNotContain("Journée du réseau");
        assertThat(otherNetwork
                        .post("/app/network/messages/" + message + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMessageToThoseWhoManageIsReadByNobodyElse() throws Exception {
        String message = send("MANAGERS");

        assertThat(desk.colleague.get("/app").body()).contains("à celles et ceux qui gèrent");
        assertThat(desk.colleague.get("/app/messages").body()).contains("Journée du réseau");
        assertThat(desk.member.get("/app").body()).doesNotContain("message de votre réseau");
        assertThat(desk.member.get("/app/messages").body()).doesNotContain("Journée du réseau");
        assertThat(desk.member
                        .post("/app/messages/" + message + "/close", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itEndsWithItsDayWithAPauseAndWhenItIsWithdrawn() throws Exception {
        String message = send("EVERYBODY");
        desk.update("UPDATE network_message SET shown_until_on = current_date - 2");
        assertThat(desk.member.get("/app/messages").body()).doesNotContain("Journée du réseau");
        desk.update("UPDATE network_message SET shown_until_on = current_date + 2");
        desk.update(
                "UPDATE network_membership SET state = 'SUSPENDED', suspended_on = current_date WHERE organisation_id = ?",
                desk.own.organisation.value());
        assertThat(desk.member.get("/app/messages").body()).doesNotContain("Journée du réseau");
        desk.update(
                "UPDATE network_membership SET state = 'ACTIVE', suspended_on = NULL WHERE organisation_id = ?",
                desk.own.organisation.value());
        assertThat(desk.member.get("/app/messages").body()).contains("Journée du réseau");

        network.post("/app/network/messages/" + message + "/withdraw", Map.of());

        assertThat(desk.member.get("/app/messages").body()).doesNotContain("Journée du réseau");
        assertThat(network.get("/app/network/messages").body()).contains("Journée du réseau", "retiré");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() throws Exception {
        String body = network.post(
                        "/app/network/messages",
                        Map.of("title", "", "body", "http://reseau.invalid", "until", "2001-01-01", "audience", "ALL"))
                .body();

        assertThat(body)
                .contains(
                        "id=\"e-title\"",
                        "id=\"e-body\"",
                        "id=\"e-until\"",
                        "id=\"e-audience\"",
                        "commencent par https://",
                        "http://reseau.invalid");
    }

    @Test
    void theSameMessageIsNotSentTwiceNorAnOpenAddressInItsTitle() throws Exception {
        send("EVERYBODY");
        Map<String, String> again = Map.of(
                "title", "Journée du réseau",
                "body", "Le 12 mars.\nhttps://reseau.invalid/journee",
                "until", today().toString(),
                "audience", "EVERYBODY");

        assertThat(network.post("/app/network/messages", again).body()).contains("Ce message est déjà affiché.");
        assertThat(network.post(
                                "/app/network/messages",
                                Map.of(
                                        "title", "http://reseau.invalid",
                                        "body", "-",
                                        "until", today().toString(),
                                        "audience", "EVERYBODY"))
                        .body())
                .contains("id=\"e-title\"", "commencent par https://");
        assertThat(desk.count("network_message")).isEqualTo(1);
    }

    @Test
    void membersHaveNoMoreThanFiveToReadAtOnce() throws Exception {
        send("EVERYBODY");
        for (int n = 0; n < 4; n++) {
            desk.update("INSERT INTO network_message SELECT gen_random_uuid(), organisation_id, title, body, audience,"
                    + " shown_until_on, withdrawn_at, created_by, created_at, updated_at FROM network_message LIMIT 1");
        }

        assertThat(network.post(
                                "/app/network/messages",
                                Map.of(
                                        "title", "Un de trop",
                                        "body", "-",
                                        "until", today().toString(),
                                        "audience", "EVERYBODY"))
                        .body())
                .contains("Il y a déjà 5 messages affichés.", "Un de trop");
    }
}
