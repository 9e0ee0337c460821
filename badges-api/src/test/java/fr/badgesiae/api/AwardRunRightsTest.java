package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a technical supervisor, who prepares runs for others to offer, may read and end of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwardRunRightsTest {
    private AwardRunFixture desk;
    private Visitor supervisor;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        AccountId member =
                desk.server.member(desk.own.organisation, "encadrement", "EVALUATOR", "une phrase assez longue");
        supervisor = new Visitor(desk.server, "/claim", at -> at.openDesk(desk.own.organisation, member));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private long there(String run) {
        return desk.count("award_run WHERE id = ?::uuid", run.replaceFirst(".*/", ""));
    }

    @Test
    void onlyTheirOwnDraftIsTheirsToDelete() throws Exception {
        String started = desk.written("Peint un mur.", desk.person("Alix", "Commencée-Modèle"));
        desk.offered(started);
        String draft = desk.written("Peint un mur.", desk.person("Sacha", "Collègue-Modèle"));
        String own = AwardRunFixture.led(
                        supervisor.post("/app/award-runs", Map.of("version", desk.own.ids.get("version"))))
                .replace("/people", "");

        assertThat(supervisor.post(started + "/discard", Map.of()).statusCode()).isEqualTo(403);
        assertThat(supervisor.post(draft + "/discard", Map.of()).statusCode()).isEqualTo(403);
        assertThat(there(started) + there(draft)).isEqualTo(2);
        assertThat(supervisor.get(started).statusCode())
                .as("what became of people")
                .isEqualTo(403);
        assertThat(supervisor.get("/app/award-runs").body())
                .contains("href=\"" + own + "/discard\"", "href=\"" + draft + "\"")
                .doesNotContain("href=\"" + draft + "/discard\"", "href=\"" + started);
        assertThat(supervisor.post(own + "/discard", Map.of()).statusCode()).isEqualTo(303);
        assertThat(there(own)).isZero();
    }

    @Test
    void theyDoNotReadWhoHoldsABadgeOrIsInAGroup() throws Exception {
        String holds = desk.person("Alix", "Titulaire-Modèle");
        desk.group("TEAM", "Équipe discrète", holds);
        desk.offered(desk.written("Peint un mur.", holds));
        String draft = desk.draft();
        String page = draft + "/people";
        desk.choose(draft, "search", desk.person("Sacha", "Libre-Modèle"));
        desk.member.post(page, Map.of("again", holds, "shown", holds));
        assertThat(desk.member.get(page).body()).contains("Équipe discrète", "Cochez seulement");

        assertThat(supervisor.get(page).body())
                .contains("Alix Titulaire-Modèle", "À choisir par une personne qui remet des badges.")
                .doesNotContain("Équipe discrète", "Cochez seulement", "value=\"" + holds);
        desk.write(draft, "Peint un mur.");
        assertThat(desk.member.get(draft + "/preview").body()).contains("Badge déjà proposé");
        assertThat(supervisor.get(draft + "/preview").body())
                .contains("Alix Titulaire-Modèle")
                .doesNotContain("Badge déjà proposé");
    }

    @Test
    void noGroupIsNotEverybody() throws Exception {
        desk.group("TEAM", "Équipe vide");
        desk.person("Alix", "Partout-Modèle");
        String draft = desk.draft();
        for (String group : new String[] {"", desk.other.ids.get("group")}) {
            HttpResponse<String> answer =
                    desk.member.post(draft + "/people", Map.of("do", "group", "words", "", "group", group));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Choisissez d’abord un site, une équipe ou un groupe.");
        }
        assertThat(desk.count("award_run_person WHERE run_id = ?::uuid", draft.replaceFirst(".*/", "")))
                .isZero();
    }
}
