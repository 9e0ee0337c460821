package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.html.Icons;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The printed slip: each part says whose it is, and whom to ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlipTest {
    private TestServer server;
    private Visitor member;
    private String sheet;
    private String reopening;

    @BeforeAll
    void print() throws Exception {
        server = TestServer.start();
        Tenant own = new Tenant(server, "Deux-Rives", 1);
        member = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET notice_given_on = current_date - 1, holder_id = ? WHERE id = ?::uuid",
                        own.holder.value(),
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
        String access = "/app/workers/" + own.ids.get("worker") + "/access";
        member.post(access, Map.of("reason", "LOST_CARD", "present", "yes"));
        reopening = member.post(access + "/slip", Map.of()).body();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String[] parts(String sheet) {
        String[] parts = sheet.split("<section class=\"slip\" lang=\"fr\">", -1);
        assertThat(parts).hasSize(3);
        return new String[] {parts[1], parts[2]};
    }

    @Test
    void bothPartsNameThePersonAndTheBadge() {
        assertThat(parts(sheet)[0]).contains("Alix Deux-Rives", "Peindre Deux-Rives", "Atelier Deux-Rives");
        assertThat(parts(sheet)[1])
                .contains("Pour Alix D.", "Peindre Deux-Rives", "Atelier Deux-Rives")
                .doesNotContain("Alix Deux-Rives");
    }

    @Test
    void thePartToShowSaysWhatToDoAndWhomToAsk() {
        assertThat(parts(sheet)[0])
                .contains("<img src=", "Scannez ce carré avec un téléphone", "class=\"qr\"")
                .contains("Venez avec ce papier, nous le ferons ensemble.", "01 99 00 00 00", "conseil-1")
                .doesNotContain("<ol>");
    }

    @Test
    void bothPartsOfAReopeningNameThePersonAndTheOrganisation() {
        assertThat(parts(reopening)[0])
                .contains("Alix Deux-Rives", "Atelier Deux-Rives", "/logo\" alt=\"\"", "class=\"qr\"")
                .contains(
                        "Pas de téléphone",
                        "Venez avec ce papier, nous le ferons ensemble.",
                        "01 99 00 00 00",
                        "conseil-1");
        assertThat(parts(reopening)[1])
                .contains("Pour Alix D.", "Ticket pour rouvrir votre espace", "Atelier Deux-Rives", Icons.svg("lock"))
                .doesNotContain("Alix Deux-Rives");
    }

    @Test
    void anUnknownNumberIsMendedWhereItStands() throws Exception {
        HttpResponse<String> unknown = member.get("/claim/0123-4567-89AB-CDEF");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Ce ticket n’est pas connu.", "value=\"0123-4567-89AB-CDEF\"");
        HttpResponse<String> broken = member.get("/claim/0123-4567");
        assertThat(broken.statusCode()).isEqualTo(404);
        assertThat(broken.body()).contains("value=\"0123-4567\"");
    }

    /** The two parts are cut apart, and the pair from the rest of the sheet. */
    @Test
    void aLineShowsWhereToCut() {
        assertThat(sheet.split("class=\"cut", -1)).hasSize(3);
        assertThat(reopening.split("class=\"cut", -1)).hasSize(3);
    }
}
