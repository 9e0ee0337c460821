package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.privacy.erasure.Cause;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A day on which badges are handed over: planned, called, one person after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CeremonyTest {
    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static String id(String path) {
        return path.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private String offer(String person) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT id FROM offer WHERE worker_id = ?::uuid", person)
                        .mapTo(String.class)
                        .one());
    }

    /** The path of a new ceremony with the open offers of a run for these people. */
    private String planned(LocalDate day, String... people) throws Exception {
        String run = desk.written("Peint un mur.", people);
        desk.offered(run);
        String led = AwardRunFixture.led(desk.member.post(
                "/app/ceremonies", Map.of("day", day.toString(), "place", "Salle des essais, 14 h", "run", id(run))));
        return led.replaceFirst("\\?.*", "");
    }

    private HttpResponse<String> roll(String ceremony, List<String> shown, String... present) throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        shown.forEach(offer -> form.add(Map.entry("shown", offer)));
        List.of(present).forEach(offer -> form.add(Map.entry("present", offer)));
        return desk.member.post(ceremony + "/roll", form);
    }

    @Test
    void aRunOfMoreThanADayCanCallIsPlannedInParts() throws Exception {
        String alix = desk.person("Alix", "Longue-Modèle");
        String run = desk.written("Peint un mur.", alix);
        desk.offered(run);
        UUID person = UUID.fromString(alix);
        UUID offer = UUID.fromString(offer(alix));
        desk.server.database().owner().useHandle(handle -> {
            RowCopies copies = new RowCopies(handle, 300);
            copies.of("worker", person, "id", RowCopies.id("long"), "subject_id", RowCopies.id("subject-of-long"));
            copies.of(
                    "offer",
                    offer,
                    "id",
                    RowCopies.id("long-offer"),
                    "worker_id",
                    RowCopies.id("long"),
                    "code_lookup",
                    RowCopies.hash("long-offer"));
            copies.of(
                    "award_run_person",
                    "worker_id",
                    person,
                    "worker_id",
                    RowCopies.id("long"),
                    "offer_id",
                    RowCopies.id("long-offer"));
        });

        String led = AwardRunFixture.led(desk.member.post(
                "/app/ceremonies",
                Map.of("day", today().plusDays(9).toString(), "place", "Salle des essais", "run", id(run))));

        assertThat(led).contains("done=bulk.ceremony.planned-part");
        assertThat(desk.count("ceremony_offer WHERE ceremony_id = ?::uuid", id(led)))
                .isEqualTo(300);
    }

    @Test
    void whoHasComeIsPassedTheDeviceAndWhoHasNotGetsASlip() throws Exception {
        String alix = desk.person("Alix", "Venue-Modèle");
        String sacha = desk.person("Sacha", "Absence-Modèle");
        String ceremony = planned(today(), alix, sacha);
        String come = offer(alix);
        String away = offer(sacha);
        assertThat(desk.member.get("/app/ceremonies").body())
                .contains("href=\"" + ceremony + "\"", "Salle des essais, 14 h", "aucun badge reçu sur 2");
        assertThat(desk.member.get(ceremony).body())
                .contains("Alix Venue-Modèle", "Sacha Absence-Modèle")
                .doesNotContain("À remettre maintenant", "pas venu");

        roll(ceremony, List.of(come, away), come);

        String called = desk.member.get(ceremony).body();
        assertThat(called)
                .contains(
                        "À remettre maintenant",
                        "action=\"/app/offers/" + come + "/in-person\"",
                        "Une personne n’est pas venue",
                        "name=\"offers\" value=\"" + away + "\"")
                .doesNotContain("/app/offers/" + away + "/in-person", "name=\"offers\" value=\"" + come + "\"");
        assertThat(AwardRunFixture.led(desk.member.get("/app/ceremonies/back"))).isEqualTo(ceremony);
    }

    @Test
    void theTabOfTheOffersIsMarkedOnTheseListsToo() throws Exception {
        for (String path : new String[] {"/app/ceremonies", "/app/award-runs", "/app/slips", "/app/ceremonies/new"}) {
            assertThat(desk.member.get(path).body())
                    .as(path)
                    .contains("<a href=\"/app/offers\" aria-current=\"page\">");
        }
        assertThat(desk.member.get("/app/groups").body()).contains("<a href=\"/app/workers\" aria-current=\"page\">");
    }

    @Test
    void aColleaguesTicksOfOthersStay() throws Exception {
        String alix = desk.person("Alix", "Cochée-Modèle");
        String sacha = desk.person("Sacha", "Cochée-Modèle");
        String ceremony = planned(today().plusDays(3), alix, sacha);
        roll(ceremony, List.of(offer(alix)), offer(alix));

        roll(ceremony, List.of(offer(sacha)), offer(sacha));

        assertThat(desk.count("ceremony_offer WHERE ceremony_id = ?::uuid AND present", id(ceremony)))
                .isEqualTo(2);
    }

    @Test
    void onlyOffersThatWaitForAnAnswerAreChosen() throws Exception {
        String alix = desk.person("Alix", "Choisie-Modèle");
        String closed = desk.person("Sacha", "Choisie-Modèle");
        desk.offered(desk.written("Peint un mur.", alix, closed));
        desk.member.post("/app/offers/" + offer(closed) + "/cancel", Map.of());
        String ceremony = AwardRunFixture.led(desk.member.post(
                        "/app/ceremonies", Map.of("day", today().plusDays(5).toString(), "place", "")))
                .replaceFirst("/guests.*", "");
        assertThat(desk.member.get(ceremony).body()).contains("Personne n’est encore choisi");
        assertThat(desk.member.get(ceremony + "/guests").body())
                .contains("Alix Choisie-Modèle")
                .doesNotContain("Sacha Choisie-Modèle");

        desk.member.post(
                ceremony + "/guests",
                List.of(
                        Map.entry("shown", offer(alix)),
                        Map.entry("offers", offer(alix)),
                        Map.entry("offers", offer(closed)),
                        Map.entry("offers", desk.other.ids.get("offer"))));

        assertThat(desk.count("ceremony_offer WHERE ceremony_id = ?::uuid", id(ceremony)))
                .isEqualTo(1);
        desk.member.post(ceremony + "/guests", Map.of("shown", offer(alix)));
        assertThat(desk.count("ceremony_offer WHERE ceremony_id = ?::uuid", id(ceremony)))
                .as("shown and not ticked")
                .isZero();
    }

    @Test
    void aDayThatIsPastOrFarIsRefusedAndNothingTypedIsLost() throws Exception {
        for (String day : new String[] {
            today().minusDays(1).toString(), today().plusYears(2).toString(), "", "demain"
        }) {
            HttpResponse<String> answer =
                    desk.member.post("/app/ceremonies", Map.of("day", day, "place", "Salle des essais"));
            assertThat(answer.statusCode()).as(day).isEqualTo(422);
            assertThat(answer.body()).contains("douze prochains mois", "value=\"Salle des essais\"");
        }
    }

    @Test
    void aCancelledCeremonyLeavesItsOffersAndAnAuditLine() throws Exception {
        String alix = desk.person("Alix", "Annulée-Modèle");
        String ceremony = planned(today().plusDays(1), alix);
        desk.member.post(ceremony + "/edit", Map.of("day", today().plusDays(2).toString(), "place", "Ailleurs"));
        assertThat(desk.member.get(ceremony).body()).contains("Ailleurs");
        assertThat(desk.member.get(ceremony + "/cancel").body()).contains("Les badges proposés restent");

        desk.member.post(ceremony + "/cancel", Map.of());

        assertThat(desk.member.get(ceremony).statusCode()).isEqualTo(404);
        assertThat(desk.offers(alix)).isEqualTo(1);
        assertThat(desk.count(
                        "audit_event WHERE subject_id = ?::uuid AND code IN ('CEREMONY_PLANNED', 'CEREMONY_CHANGED',"
                                + " 'CEREMONY_CANCELLED')",
                        id(ceremony)))
                .isEqualTo(3);
    }

    @Test
    void anErasedFileLeavesTheRollAndOldCeremoniesAreForgotten() throws Exception {
        String alix = desk.person("Alix", "Ancienne-Modèle");
        String sacha = desk.person("Sacha", "Ancienne-Modèle");
        String old = planned(today().plusDays(7), alix, sacha);

        desk.server
                .features()
                .privacy()
                .eraseFile()
                .apply(new DeskFile(desk.own.organisation, UUID.fromString(alix)), Cause.request(Actor.SYSTEM));

        assertThat(desk.member.get(old).body()).contains("Sacha Ancienne").doesNotContain("Alix Ancienne");
        assertThat(desk.count("ceremony_offer WHERE ceremony_id = ?::uuid", id(old)))
                .isEqualTo(1);
        desk.update("UPDATE ceremony SET held_on = current_date - 100 WHERE id = ?::uuid", id(old));

        desk.server.features().contributions().jobs().stream()
                .filter(job -> job.name().equals("drop-ceremonies"))
                .map(Job::act)
                .forEach(Runnable::run);

        assertThat(desk.member.get(old).statusCode()).isEqualTo(404);
        assertThat(desk.member.get("/app/ceremonies/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }
}
