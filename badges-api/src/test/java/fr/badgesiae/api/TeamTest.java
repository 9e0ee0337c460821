package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.AssignedPeople;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A member who only proposes reads and acts on the people of the teams assigned to them, and on nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamTest {
    private AwardRunFixture desk;
    private AccountId account;
    private Visitor supervisor;
    private String inTeam;
    private String elsewhere;
    private String team;
    private String other;
    private int round;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    /** Each test has its own supervisor, teams and people. */
    @BeforeEach
    void team() throws Exception {
        round++;
        account = desk.server.member(
                desk.own.organisation, "encadrement-" + round, "EVALUATOR", "une phrase assez longue");
        supervisor = new Visitor(desk.server, "/claim", at -> at.openDesk(desk.own.organisation, account));
        inTeam = desk.person("Alix", "Dedans-Modèle-" + round);
        elsewhere = desk.person("Sacha", "Dehors-Modèle-" + round);
        team = desk.group("TEAM", "Équipe verte " + round, inTeam);
        other = desk.group("SITE", "Dépôt " + round, elsewhere);
    }

    private void assign(String... teams) throws Exception {
        assertThat(save("/app/members/" + account + "/teams", List.of(), List.of(teams)))
                .isEqualTo(303);
    }

    /** Saves as the management. */
    private int save(String path, List<String> was, List<String> chosen) throws Exception {
        return desk.colleague
                .post(
                        path,
                        Stream.concat(
                                        was.stream().map(id -> Map.entry("was", id)),
                                        chosen.stream().map(id -> Map.entry("chosen", id)))
                                .toList())
                .statusCode();
    }

    private String run() throws Exception {
        return AwardRunFixture.led(supervisor.post("/app/award-runs", Map.of("version", desk.own.ids.get("version"))))
                .replace("/people", "");
    }

    private List<String> chosen(String run) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT worker_id::text FROM award_run_person WHERE run_id = ?::uuid",
                                run.replaceFirst(".*/", ""))
                        .mapTo(String.class)
                        .list());
    }

    private void choose(String run, String act, String... people) throws Exception {
        assertThat(supervisor
                        .post(
                                run + "/people",
                                Stream.concat(
                                                Stream.of(Map.entry("do", act)),
                                                Arrays.stream(people)
                                                        .flatMap(person -> Stream.of(
                                                                Map.entry("shown", person),
                                                                Map.entry("people", person))))
                                        .toList())
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    void withoutATeamTheyFindNobodyAndReadWhoCanAssignOne() throws Exception {
        assertThat(supervisor.get("/app/team").body())
                .contains("Vous n’avez pas encore d’équipe", "direction-1")
                .doesNotContain("Modèle-" + round);
        assertThat(supervisor.get("/app/team/" + inTeam).statusCode()).isEqualTo(404);
        String run = run();
        assertThat(supervisor.get(run + "/people").body())
                .contains("Il faut d’abord qu’un site ou une équipe vous soit confié.")
                .doesNotContain("Modèle-" + round);
        choose(run, "search", inTeam, elsewhere);
        choose(run, "all");
        assertThat(chosen(run)).isEmpty();
    }

    @Test
    void theyFindThePeopleOfTheirTeamsAlone() throws Exception {
        assign(team);
        assertThat(supervisor.get("/app/team").body())
                .contains("Alix Dedans-Modèle-" + round, "Équipe verte " + round)
                .doesNotContain("Dehors-Modèle-" + round, "Dépôt " + round);
        assertThat(supervisor.get("/app/team/" + inTeam).statusCode()).isEqualTo(200);
        assertThat(supervisor.get("/app/team/" + elsewhere).statusCode()).isEqualTo(404);
        assertThat(supervisor.get("/app/workers/" + inTeam).statusCode()).isEqualTo(403);
        String run = run();
        assertThat(supervisor.get(run + "/people").body())
                .contains("Dedans-Modèle-" + round, "Équipe verte " + round)
                .doesNotContain("Dehors-Modèle-" + round, "Dépôt " + round);
        choose(run, "search", inTeam, elsewhere);
        assertThat(chosen(run)).containsExactly(inTeam);
        choose(run, "none");
        choose(run, "all");
        assertThat(chosen(run)).containsExactly(inTeam);
        assertThat(supervisor.get("/app/team/" + inTeam).body())
                .as("their draft")
                .contains(run + "/people");
    }

    @Test
    void noGroupOpensAnother() throws Exception {
        assign(team);
        String run = run();
        assertThat(supervisor
                        .post(run + "/people", Map.of("do", "group", "words", "", "group", other))
                        .statusCode())
                .isEqualTo(422);
        supervisor.post(run + "/people", Map.of("do", "search", "words", "", "group", other));
        assertThat(supervisor.get(run + "/people").body()).doesNotContain("Dehors-Modèle-" + round, "Dépôt " + round);
        supervisor.post(run + "/people", Map.of("do", "group", "words", "", "group", team));
        assertThat(chosen(run)).containsExactly(inTeam);
    }

    @Test
    void whoLeavesTheTeamLeavesTheirViewAndTheirDraftsAtOnce() throws Exception {
        assign(team, other);
        String run = run();
        choose(run, "search", inTeam, elsewhere);
        supervisor.post(run + "/text", Map.of("narrative", "Peint un mur.", "evidence", "", "do", "save"));
        desk.update("DELETE FROM group_member WHERE group_id = ?::uuid", other);

        assertThat(supervisor.get("/app/team").body()).doesNotContain("Dehors-Modèle-" + round);
        assertThat(supervisor.get(run + "/text").body())
                .contains("Dedans-Modèle-" + round)
                .doesNotContain("Dehors-Modèle-" + round);
        assertThat(supervisor.get(run + "/preview").body()).doesNotContain("Dehors-Modèle-" + round);
        assertThat(supervisor.post(run + "/preview/" + elsewhere, Map.of()).statusCode())
                .isEqualTo(404);
        supervisor.post(
                run + "/text",
                Map.of("narrative", "Peint.", "evidence", "", "do", "save", "line-" + elsewhere, "Une ligne."));
        assertThat(desk.count("award_run_person WHERE worker_id = ?::uuid AND line <> ''", elsewhere))
                .isZero();
        choose(run, "go", inTeam);
        assertThat(supervisor.get(run + "/text").body()).doesNotContain("Dehors-Modèle-" + round);
        assertThat(chosen(run)).as("for whoever awards").containsExactlyInAnyOrder(inTeam, elsewhere);
    }

    @Test
    void anArchivedTeamIsNobodys() throws Exception {
        assign(team);
        desk.update("UPDATE people_group SET archived_at = now() WHERE id = ?::uuid", team);
        assertThat(supervisor.get("/app/team/" + inTeam).statusCode()).isEqualTo(404);
        assertThat(supervisor.get("/app/team").body()).contains("Vous n’avez pas encore d’équipe");
    }

    @Test
    void draftsOfOthersAreNotTheirs() throws Exception {
        assign(team);
        String draft = desk.written("Peint un mur.", inTeam, elsewhere);
        for (String path : List.of("", "/people", "/text", "/preview", "/discard")) {
            assertThat(supervisor.get(draft + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(supervisor.get("/app/award-runs").body()).doesNotContain(draft);
    }

    @Test
    void oneQuestionDecidesForOtherFeatures() throws Exception {
        assign(team);
        Principal limited =
                new Principal(account, desk.own.organisation, Role.EVALUATOR, "Lou", "Atelier", UUID.randomUUID());
        Principal counsellor = new Principal(
                desk.own.counsellor, desk.own.organisation, Role.COUNSELLOR, "Zoé", "Atelier", UUID.randomUUID());
        desk.server.platform().database().inOrganisation(desk.own.organisation, handle -> {
            assertThat(AssignedPeople.mayActOn(handle, limited, PersonId.fromString(inTeam)))
                    .isTrue();
            assertThat(AssignedPeople.mayActOn(handle, limited, PersonId.fromString(elsewhere)))
                    .isFalse();
            assertThat(AssignedPeople.mayActOn(handle, counsellor, PersonId.fromString(elsewhere)))
                    .isTrue();
            assertThat(AssignedPeople.mayActOn(handle, counsellor, PersonId.fromString(desk.other.ids.get("worker"))))
                    .as("of another organisation")
                    .isFalse();
            return true;
        });
    }

    @Test
    void bothFormsChangeOnlyWhatTheirReaderChanged() throws Exception {
        desk.update("DELETE FROM audit_event WHERE code = 'MEMBER_TEAMS_CHANGED'");
        assign(team);
        // made before the other was assigned: what a colleague assigned meanwhile stays
        save("/app/groups/" + other + "/supervisors", List.of(), List.of(account.toString()));
        assertThat(teams()).containsExactlyInAnyOrder(team, other);
        save("/app/members/" + account + "/teams", List.of(team), List.of());
        assertThat(teams()).containsExactly(other);
        assertThat(desk.colleague.get("/app/groups/" + other).body()).contains("Responsables", "encadrement-" + round);
        save("/app/groups/" + other + "/supervisors", List.of(account.toString()), List.of());
        assertThat(teams()).isEmpty();
        assertThat(desk.count("audit_event WHERE code = 'MEMBER_TEAMS_CHANGED' AND subject_id = ?", account.value()))
                .isEqualTo(4);
        assertThat(desk.colleague.get("/app/members/" + account + "/teams").body())
                .contains("Équipe verte " + round, "Dépôt " + round);
    }

    @Test
    void noGroupAndNobodyOfAnotherOrganisationIsAssigned() throws Exception {
        String group = desk.group("GROUP", "Financement " + round, inTeam);
        assign(group, desk.other.ids.get("group"));
        assertThat(teams()).isEmpty();
        assertThat(save("/app/groups/" + group + "/supervisors", List.of(), List.of(account.toString())))
                .isEqualTo(404);
        assertThat(save("/app/groups/" + team + "/supervisors", List.of(), List.of(desk.other.counsellor.toString())))
                .isEqualTo(303);
        assertThat(desk.count("team_assignment WHERE account_id = ?", desk.other.counsellor.value()))
                .isZero();
        assertThat(desk.member.get("/app/groups/" + team + "/supervisors").statusCode())
                .as("who does not manage")
                .isEqualTo(403);
    }

    @Test
    void whoLeavesHandsTheTeamsOver() throws Exception {
        assign(team);
        String leave = "/app/members/" + account + "/leave";
        assertThat(desk.colleague.get(leave).body())
                .contains("un site ou une équipe dont cette personne est responsable");
        assertThat(desk.colleague
                        .post(leave, Map.of("taker", desk.own.counsellor.toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(teams()).isEmpty();
        assertThat(desk.count("team_assignment WHERE account_id = ?", desk.own.counsellor.value()))
                .isEqualTo(1);
        assertThat(desk.member.get("/app/workers/" + elsewhere).statusCode())
                .as("a team does not limit who reads all names")
                .isEqualTo(200);
        desk.update("DELETE FROM team_assignment WHERE account_id = ?", desk.own.counsellor.value());
    }

    private List<String> teams() {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT group_id::text FROM team_assignment WHERE account_id = ?", account.value())
                        .mapTo(String.class)
                        .list());
    }
}
