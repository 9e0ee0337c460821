package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rights by page: a copy, a hold, an erasure at the desk. */
class PersonalDataPagesTest {
    @RegisterExtension
    final RightsPages rights = new RightsPages();

    @Test
    void anAdministratorErasesAFileAfterAQuestionThatSaysWhatStays() throws Exception {
        assertThat(rights.admin.get(rights.worker + "/data/erase").body())
                .contains("liste des retraits", "empreinte", "définitif");
        assertThat(rights.admin.post(rights.worker + "/data/erase", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(rights.count("worker WHERE id = ? AND erased_at IS NULL", rights.id("worker")))
                .isEqualTo(1);

        HttpResponse<String> erased = rights.admin.post(rights.worker + "/data/erase", Map.of("sure", "yes"));

        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(erased.body()).contains("Le dossier est effacé", "empreinte");
        assertThat(rights.admin.get(rights.worker).statusCode()).isEqualTo(404);
        assertThat(rights.admin.get("/app/workers").body()).doesNotContain(rights.worker);
        assertThat(rights.admin
                        .post(rights.worker + "/data/erase", Map.of("sure", "yes"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCounsellorReadsWhoErasesAndCannot() throws Exception {
        assertThat(rights.counsellor.get(rights.worker + "/data").body())
                .contains("La direction de la structure peut effacer")
                .doesNotContain(rights.worker + "/data/erase");
        assertThat(rights.counsellor
                        .post(rights.worker + "/data/erase", Map.of("sure", "yes"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aHoldAndTheEndOfTheContractAreRecorded() throws Exception {
        String data = rights.worker + "/data";
        HttpResponse<String> wrong = rights.counsellor.post(data + "/contract", Map.of("contractEndedOn", "hier"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("e-contractEndedOn", "value=\"hier\"");
        rights.counsellor.post(data + "/contract", Map.of("contractEndedOn", "2026-01-31"));
        rights.server
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE pathway SET starts_on = '2025-12-01', ends_on = '2025-12-24' WHERE worker_id = ?",
                        rights.id("worker")));
        assertThat(rights.counsellor.get(data).body()).contains("31 janvier 2028");

        rights.counsellor.post(data + "/hold", Map.of());
        assertThat(rights.counsellor.get(data).body()).contains("Gardé pour un litige");
        rights.counsellor.post(data + "/hold", Map.of());
        assertThat(rights.count("audit_event WHERE code = 'ERASURE_HELD' AND subject_id = ?", rights.id("worker")))
                .isEqualTo(1);
        rights.counsellor.post(data + "/release", Map.of());
        assertThat(rights.counsellor.get(data).body()).doesNotContain("Gardé pour un litige");
    }

    @Test
    void aHeldFileOffersNoErasureAndSaysHowToEndTheDispute() throws Exception {
        String data = rights.worker + "/data";
        rights.counsellor.post(data + "/hold", Map.of());

        assertThat(rights.admin.get(data).body())
                .contains("Le litige est fini", "Pour effacer ce dossier, mettez d’abord fin au litige.")
                .doesNotContain(data + "/erase");
        assertThat(rights.admin.get(data + "/erase").body())
                .contains("Gardé pour un litige depuis le", "href=\"" + data + "\"")
                .doesNotContain("name=\"sure\"");
        HttpResponse<String> refused = rights.admin.post(data + "/erase", Map.of("sure", "yes"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Gardé pour un litige depuis le");
        assertThat(rights.count("worker WHERE id = ? AND erased_at IS NULL", rights.id("worker")))
                .isEqualTo(1);
    }

    @Test
    void aHeldFileIsFoundFromThePersonTheListAndTheWorkListOfTheManagement() throws Exception {
        String list = "href=\"" + rights.worker + "/data\"><strong>";
        assertThat(rights.counsellor.get(rights.worker).body()).doesNotContain("litige");
        assertThat(rights.counsellor.get("/app/retention").body()).doesNotContain(list);
        assertThat(rights.admin.get("/app").body()).doesNotContain("litige");

        rights.counsellor.post(rights.worker + "/data/hold", Map.of());

        assertThat(rights.counsellor.get(rights.worker).body())
                .contains("Ce dossier est gardé pour un litige depuis le", "Il ne sera pas effacé");
        assertThat(rights.counsellor.get("/app/retention").body())
                .contains("Gardés pour un litige", list)
                .contains("gardé depuis le");
        assertThat(rights.admin.get("/app").body()).contains("Un dossier est gardé pour un litige");
        assertThat(rights.counsellor.get("/app").body()).doesNotContain("litige");
        assertThat(rights.counsellor.get(rights.worker + "/data").body()).contains("href=\"/app/retention\"");
    }

    @Test
    void theCopyOfAFileHasAPageTheSameAsJsonAndTheBadges() throws Exception {
        rights.counsellor.post(rights.worker + "/data/hold", Map.of());
        Map<String, String> files = rights.zip(
                rights.worker + "/data/export",
                new Visitor(
                        rights.server,
                        "/app/workers/new",
                        sessions -> sessions.openDesk(rights.tenant.organisation, rights.tenant.counsellor)));
        assertThat(files).containsKeys("index.html", "data.json");
        assertThat(files.get("index.html"))
                .contains("Zéphyrine", "99999 00 00001", "Prénom", "Badges proposés")
                .doesNotContain("privacy.");
        assertThat(files.get("data.json"))
                .contains(
                        "\"last_name\" : \"Zéphyrine\"",
                        "\"journal\"",
                        "\"act\" : \"ERASURE_HELD\"",
                        "\"role\" : \"COUNSELLOR\"");
        assertThat(files.get("index.html"))
                .contains(
                        "Ce qui a été fait",
                        "Atelier Zéphyrine garde votre dossier pour un litige. C’était un conseiller ou une conseillère.");
        assertThat(rights.count(
                        "audit_event WHERE code = 'DESK_FILE_EXPORTED' AND subject_id = ?", rights.id("worker")))
                .isEqualTo(1);
    }

    @Test
    void theProfileShowsTheLegalBasisThatSheetsNameWithoutAnother() throws Exception {
        assertThat(rights.admin.get("/app/organisation").body())
                .contains(">l’intérêt légitime de la structure, faire reconnaître ce que vous savez faire</textarea>")
                .doesNotContain("Base légale (facultatif)");
    }

    @Test
    void aRunThatWasStoppedIsConfirmedByAnAdministratorOnce() throws Exception {
        UUID run = UUID.randomUUID();
        rights.server
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO erasure_run (id, organisation_id, due_on, files, living, created_at)"
                                + " VALUES (?, ?, current_date, 7, 20, now())",
                        run,
                        rights.tenant.organisation.value()));
        assertThat(rights.admin.get("/app").body()).contains("Un effacement attend votre accord");
        assertThat(rights.admin.get("/app/retention").body()).contains("Les dossiers de 7 personnes sur 20");
        assertThat(rights.counsellor.get("/app/retention").body())
                .contains("La direction de la structure peut confirmer")
                .doesNotContain("/app/retention/confirm");

        Map<String, String> confirmed = Map.of("run", run.toString());
        assertThat(rights.admin.post("/app/retention/confirm", confirmed).statusCode())
                .isEqualTo(303);
        assertThat(rights.admin.post("/app/retention/confirm", confirmed).statusCode())
                .isEqualTo(409);
        assertThat(rights.count("erasure_run WHERE id = ? AND confirmed_by = ?", run, rights.tenant.admin.value()))
                .isEqualTo(1);
    }

    @Test
    void theConfirmationOfARunThatWasReplacedShowsTheNewFigures() throws Exception {
        UUID read = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        String row = "INSERT INTO erasure_run (id, organisation_id, due_on, files, living, created_at, replaced_at)"
                + " VALUES (?, ?, current_date, ?, 20, now(), ?::timestamptz)";
        rights.server.database().owner().useHandle(handle -> {
            handle.execute(row, read, rights.tenant.organisation.value(), 7, "2026-11-02T09:00:00Z");
            handle.execute(row, next, rights.tenant.organisation.value(), 9, null);
        });

        HttpResponse<String> answer = rights.admin.post("/app/retention/confirm", Map.of("run", read.toString()));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Rien n’est confirmé", "Les dossiers de 9 personnes sur 20", next.toString());
        assertThat(rights.count("erasure_run WHERE id = ? AND confirmed_at IS NULL", next))
                .isEqualTo(1);
    }

    @Test
    void announcedFilesStandInTheWorkListAndOnTheirPage() throws Exception {
        rights.server
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET erasure_announced_on = current_date WHERE id = ?", rights.id("worker")));
        assertThat(rights.counsellor.get("/app").body()).contains("Un dossier sera bientôt effacé");
        assertThat(rights.counsellor.get("/app/retention").body()).contains("Zéphyrine", rights.worker + "/data");
    }
}
