package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The printed slip: each part says whose it is, and whom to ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlipTest {
    private TestServer server;
    private String sheet;

    @BeforeAll
    void print() throws Exception {
        server = TestServer.start();
        Tenant own = new Tenant(server, "Deux-Rives", 1);
        Visitor member = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET notice_given_on = current_date - 1 WHERE id = ?::uuid",
                        own.ids.get("worker")));
        String offer = member.post(
                        "/app/offers",
                        Map.of(
                                "worker",
                                own.ids.get("worker"),
                                "version",
                                own.ids.get("version"),
                                "narrative",
                                "Peint deux murs.",
                                "evidence",
                                ""))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("\\?.*", "");
        sheet = member.post(offer + "/slip", Map.of()).body();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String[] parts() {
        String[] parts = sheet.split("<section class=\"slip\">", -1);
        assertThat(parts).hasSize(3);
        return new String[] {parts[1], parts[2]};
    }

    @Test
    void bothPartsNameThePersonAndTheBadge() {
        assertThat(parts()[0]).contains("Alix Deux-Rives", "Peindre Deux-Rives", "Atelier Deux-Rives");
        assertThat(parts()[1])
                .contains("Pour Alix D.", "Peindre Deux-Rives", "Atelier Deux-Rives")
                .doesNotContain("Alix Deux-Rives");
    }

    @Test
    void thePartToShowSaysWhatToDoAndWhomToAsk() {
        assertThat(parts()[0])
                .contains("<img src=", "Scannez ce QR code", "class=\"qr\"")
                .contains("Venez avec ce papier.", "01 99 00 00 00", "conseil-1")
                .doesNotContain("<ol>");
    }

    /** The two parts are cut apart, and the pair from the rest of the sheet. */
    @Test
    void aLineShowsWhereToCut() {
        assertThat(sheet.split("class=\"cut", -1)).hasSize(3);
    }
}
