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
    private AccountId account;
    private Visitor supervisor;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        account = desk.server.member(desk.own.organisation, "encadrement", "EVALUATOR", "une phrase assez longue");
        supervisor = new Visitor(desk.server, "/claim", at -> at.openDesk(desk.own.organisation, account));
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

        assertThat(supervisor.post(started + "/discard", Map.of()).statusCode()).isEqualTo(404);
        assertThat(supervisor.post(draft + "/discard", Map.of()).statusCode()).isEqualTo(404);
        assertThat(there(started) + there(draft)).isEqualTo(2);
        assertThat(supervisor.get(started).statusCode())
                .as("what became of people")
                .isEqualTo(404);
        assertThat(supervisor.get("/app/award-runs").body())
                .contains("href=\"" + own + "/discard\"")
                .doesNotContain("href=\"" + draft, "href=\"" + started);
        assertThat(supervisor.post(own + "/discard", Map.of()).statusCode()).isEqualTo(303);
        assertThat(there(own)).isZero();
    }

    /** Their own run, once somebody offered it. */
    @Test
    void whatBecameOfPeopleIsNotTheirs() throws Exception {
        String person = desk.person("Alix", "Offerte-Modèle");
        String run = theirs(desk.group("TEAM", "Équipe offerte", person));
        supervisor.post(run + "/people", Map.of("do", "go", "shown", person, "people", person));
        supervisor.post(run + "/text", Map.of("narrative", "Peint un mur.", "evidence", "", "do", "go"));
        desk.offered(run);
        assertThat(desk.offers(person)).isEqualTo(1);
        assertThat(supervisor.get(run).statusCode()).isEqualTo(403);
        assertThat(supervisor.post(run + "/discard", Map.of()).statusCode()).isEqualTo(403);
        assertThat(supervisor.get("/app/award-runs").body()).doesNotContain("href=\"" + run);
    }

    @Test
    void theyDoNotReadWhoHoldsABadgeOrIsInAnotherGroup() throws Exception {
        String holds = desk.person("Alix", "Titulaire-Modèle");
        desk.group("GROUP", "Groupe discret", holds);
        desk.offered(desk.written("Peint un mur.", holds));
        String page = theirs(desk.group("TEAM", "Équipe connue", holds)) + "/people";
        assertThat(desk.member.get(page).body()).contains("Groupe discret", "Cochez seulement");
        assertThat(supervisor.get(page).body())
                .contains("Alix Titulaire-Modèle", "À choisir par une personne qui remet des badges.", "Équipe connue")
                .doesNotContain("Groupe discret", "Cochez seulement", "value=\"" + holds);
        desk.member.post(page, Map.of("do", "search", "again", holds, "shown", holds));
        desk.write(page.replace("/people", ""), "Peint un mur.");
        String preview = page.replace("/people", "/preview");
        assertThat(desk.member.get(preview).body()).contains("Badge déjà proposé");
        assertThat(supervisor.get(preview).body())
                .contains("Alix Titulaire-Modèle")
                .doesNotContain("Badge déjà proposé");
    }

    /** A draft of theirs, for this team. */
    private String theirs(String team) throws Exception {
        desk.update(
                "INSERT INTO team_assignment (group_id, organisation_id, kind, account_id, created_at)"
                        + " SELECT id, organisation_id, kind, ?, now() FROM people_group WHERE id = ?::uuid",
                account.value(),
                team);
        return AwardRunFixture.led(supervisor.post("/app/award-runs", Map.of("version", desk.own.ids.get("version"))))
                .replace("/people", "");
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
