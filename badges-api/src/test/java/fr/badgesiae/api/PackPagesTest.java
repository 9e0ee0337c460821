package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** French texts about data protection, filled from the profile and for one person. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackPagesTest {
    private static final String ROOT = "/app/organisation/documents";

    private TestServer server;
    private Tenant own;
    private Tenant stranger;
    private Visitor admin;

    @BeforeAll
    void open() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 4);
        stranger = new Tenant(server, "Zéphyrine", 5);
        admin = new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.admin));
    }

    @AfterAll
    void close() {
        server.close();
    }

    private void profile(String column, String value) {
        execute("UPDATE organisation SET " + column + " = ? WHERE id = ?", value, own.organisation.value());
    }

    private void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    private String body(String path) throws Exception {
        var answer = admin.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whatTheProfileLacksIsNamedWithALinkAndInTheText() throws Exception {
        profile("data_rights_contact", "");
        assertThat(body("/app/organisation")).contains("href=\"" + ROOT + "\"");
        assertThat(body(ROOT))
                .contains("Il manque ceci dans votre profil", "href=\"/app/organisation#f-dataRightsContact\"");
        assertThat(body(ROOT + "/register"))
                .contains("href=\"/app/organisation#f-dataRightsContact\"")
                .contains("<strong>[à compléter\u00a0: contact pour exercer ses droits]</strong>");

        profile("data_rights_contact", "la direction, 2 rue de l’Exemple.");
        assertThat(body(ROOT)).doesNotContain("f-dataRightsContact");
        assertThat(body(ROOT + "/register"))
                .contains("la direction, 2 rue de l’Exemple")
                .doesNotContain("[à compléter\u00a0: contact");
    }

    @Test
    void eachTextIsDatedNamesTheOrganisationAndItsLaw() throws Exception {
        profile("siret", "12345678900014");
        assertThat(body(ROOT + "/register"))
                .contains("article 30 du RGPD", "SIRET\u00a0: 12345678900014", "24\u00a0mois", "reste responsable");
        assertThat(body(ROOT + "/impact")).contains("L’article 35 du RGPD", "Atelier Deux-Rives", "reste responsable");
        assertThat(body(ROOT + "/cse")).contains("L. 2312-38 du Code du travail", "reste responsable");
        assertThat(body(ROOT + "/cse?lang=en"))
                .contains("French legal text", "To inform the works council", "<article lang=\"fr\">");
        assertThat(admin.get(ROOT + "/answer").statusCode()).isEqualTo(404);
        assertThat(admin.get(ROOT + "/other").statusCode()).isEqualTo(404);
    }

    @Test
    void theAnswerToAPersonSaysWhatThereIsAboutThem() throws Exception {
        UUID person = UUID.fromString(own.ids.get("worker"));
        String path = "/app/workers/" + person + "/data";
        assertThat(body(path)).contains("href=\"" + path + "/answer\"");

        String text = body(path + "/answer");
        assertThat(text)
                .contains(
                        "À l’attention de\u00a0: Alix Deux-Rives",
                        "article 15 du RGPD",
                        "<li>Badges proposés\u00a0: ",
                        "Votre dossier est gardé jusqu’au ",
                        "réclamation à la CNIL");
        execute("UPDATE worker SET erasure_held_on = current_date WHERE id = ?", person);
        assertThat(body(path + "/answer")).contains("gardé plus longtemps, à cause d’un litige");
        execute("UPDATE worker SET erasure_held_on = NULL WHERE id = ?", person);
        assertThat(admin.get("/app/workers/" + stranger.ids.get("worker") + "/data/answer")
                        .statusCode())
                .isEqualTo(404);
    }
}
