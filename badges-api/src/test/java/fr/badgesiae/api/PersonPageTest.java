package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the page of a person shows of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonPageTest {
    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private String page(String person) throws Exception {
        return desk.member.get("/app/workers/" + person).body();
    }

    private void offer(String person, String state, String ends) {
        desk.update(
                "INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state, offered_by,"
                        + " created_at, offered_at, updated_at, ends_at, code_lookup, pin_hash, code_sealed, pin_sealed)"
                        + " VALUES (gen_random_uuid(), ?, ?::uuid, ?::uuid, 'Peint.', ?, ?, now() - interval '2 days',"
                        + " now() - interval '2 days', now(), now() + ?::interval, sha256(gen_random_uuid()::text::bytea),"
                        + " CASE WHEN ? = 'OFFERED' THEN '-' END, CASE WHEN ? = 'OFFERED' THEN ''::bytea END,"
                        + " CASE WHEN ? = 'OFFERED' THEN ''::bytea END)",
                desk.own.organisation.value(),
                person,
                desk.own.ids.get("version"),
                state,
                desk.own.admin.value(),
                ends,
                state,
                state,
                state);
    }

    @Test
    void itShowsBadgesOffersPathwaysAndGroupsWithTheirPages() throws Exception {
        String worker = desk.own.ids.get("worker");
        assertThat(page(worker))
                .contains(
                        "/app/credentials/" + desk.own.ids.get("badge"),
                        "/app/offers/" + desk.own.ids.get("offer"),
                        "/app/groups/" + desk.own.ids.get("group"),
                        "/app/workers/" + worker + "/pathways",
                        "Depuis le",
                        "/app/credentials?worker=" + worker,
                        "/app/offers?worker=" + worker);
    }

    @Test
    void whoHasNothingYetIsToldSo() throws Exception {
        assertThat(page(desk.person("Alix", "Rien-Encore")))
                .contains(
                        "Aucun badge remis pour le moment.",
                        "Aucun badge proposé pour le moment.",
                        "Aucun parcours pour le moment.",
                        "Cette personne n’est dans aucun groupe.");
    }

    @Test
    void aVolunteerIsOfferedNoPathwayAndKeepsTheEndedOne() throws Exception {
        String volunteer = desk.person("Alix", "Bénévole-Modèle");
        desk.update("UPDATE worker SET kind = 'VOLUNTEER' WHERE id = ?::uuid", volunteer);
        assertThat(page(volunteer)).contains("Bénévole").doesNotContain("/pathways");
        desk.update(
                "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, ends_on, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), ?, ?::uuid, '2024-01-01', '2024-06-30', now(), now())",
                desk.own.organisation.value(),
                volunteer);
        assertThat(page(volunteer)).contains("/app/workers/" + volunteer + "/pathways");
        assertThat(desk.member.get("/app/workers/" + volunteer + "/pathways").body())
                .contains("Seule une personne en parcours d’insertion a un parcours.")
                .doesNotContain("/pathways/new");
    }

    @Test
    void itShowsTheNewestFiveAndLeadsToAll() throws Exception {
        String person = desk.person("Alix", "Beaucoup-Modèle");
        for (int i = 0; i < 5; i++) {
            offer(person, "CANCELLED", "1 day");
        }
        assertThat(page(person)).contains("Ouvrir la liste des badges proposés");
        offer(person, "OFFERED", "-1 day");
        String six = page(person);
        assertThat(six).contains("Voir tous les badges proposés", "Délai dépassé");
        assertThat(six.split("href=\"/app/offers/[0-9a-f]", -1)).hasSize(6);
    }

    @Test
    void aRevokedBadgeSaysSince() throws Exception {
        desk.update(
                "UPDATE credential SET state = 'REVOKED', revoked_at = '2026-11-02T12:00:00Z',"
                        + " public_reason = 'WRONG_CONTENT' WHERE id = ?::uuid",
                desk.other.ids.get("badge"));
        Visitor other = new Visitor(
                desk.server,
                "/app/workers/new",
                sessions -> sessions.openDesk(desk.other.organisation, desk.other.counsellor));
        assertThat(other.get("/app/workers/" + desk.other.ids.get("worker")).body())
                .contains("Retiré le 2 novembre 2026");
    }
}
