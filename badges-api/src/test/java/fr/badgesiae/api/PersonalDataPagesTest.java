package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights by page: a copy, a hold, an erasure at the desk; a copy and the end of a space for its holder. */
class PersonalDataPagesTest {
    private static final String PIN = "314159";

    private TestServer server;
    private Tenant tenant;
    private Visitor admin;
    private Visitor counsellor;
    private Visitor holder;
    private String worker;

    @BeforeEach
    void open() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Zéphyrine", 1);
        worker = "/app/workers/" + tenant.ids.get("worker");
        admin = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
        counsellor = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        server.database().owner().useHandle(handle -> {
            handle.execute("DELETE FROM holder_access WHERE holder_id = ?", tenant.holder.value());
            handle.execute(
                    "INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at)"
                            + " VALUES (gen_random_uuid(), ?, 'CARD', sha256('card'), ?, 'ACTIVE', now())",
                    tenant.holder.value(),
                    server.platform().passwords().hash(PIN));
        });
        holder = new Visitor(server, "/me/data", sessions -> sessions.openHolder(tenant.holder));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private long count(String sql, Object... arguments) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + sql, arguments)
                        .mapTo(Long.class)
                        .one());
    }

    private UUID id(String name) {
        return UUID.fromString(tenant.ids.get(name));
    }

    @Test
    void anAdministratorErasesAFileAfterAQuestionThatSaysWhatStays() throws Exception {
        assertThat(admin.get(worker + "/data/erase").body()).contains("liste des retraits", "empreinte", "définitif");
        assertThat(admin.post(worker + "/data/erase", Map.of()).statusCode()).isEqualTo(422);
        assertThat(count("worker WHERE id = ? AND erased_at IS NULL", id("worker")))
                .isEqualTo(1);

        HttpResponse<String> erased = admin.post(worker + "/data/erase", Map.of("sure", "yes"));

        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(erased.body()).contains("Le dossier est effacé", "empreinte");
        assertThat(admin.get(worker).statusCode()).isEqualTo(404);
        assertThat(admin.get("/app/workers").body()).doesNotContain(worker);
        assertThat(admin.post(worker + "/data/erase", Map.of("sure", "yes")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCounsellorReadsWhoErasesAndCannot() throws Exception {
        assertThat(counsellor.get(worker + "/data").body())
                .contains("La direction de la structure peut effacer")
                .doesNotContain(worker + "/data/erase");
        assertThat(counsellor
                        .post(worker + "/data/erase", Map.of("sure", "yes"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aHoldAndTheEndOfTheContractAreRecorded() throws Exception {
        String data = worker + "/data";
        HttpResponse<String> wrong = counsellor.post(data + "/contract", Map.of("contractEndedOn", "hier"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("e-contractEndedOn", "value=\"hier\"");
        counsellor.post(data + "/contract", Map.of("contractEndedOn", "2026-01-31"));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE pathway SET starts_on = '2025-12-01', ends_on = '2025-12-24' WHERE worker_id = ?",
                        id("worker")));
        assertThat(counsellor.get(data).body()).contains("31 janvier 2028");

        counsellor.post(data + "/hold", Map.of());
        assertThat(counsellor.get(data).body()).contains("Gardé pour un litige");
        counsellor.post(data + "/hold", Map.of());
        assertThat(count("audit_event WHERE code = 'ERASURE_HELD' AND subject_id = ?", id("worker")))
                .isEqualTo(1);
        counsellor.post(data + "/release", Map.of());
        assertThat(counsellor.get(data).body()).doesNotContain("Gardé pour un litige");
    }

    @Test
    void aHeldFileOffersNoErasureAndSaysHowToEndTheDispute() throws Exception {
        String data = worker + "/data";
        counsellor.post(data + "/hold", Map.of());

        assertThat(admin.get(data).body())
                .contains("Le litige est fini", "Pour effacer ce dossier, mettez d’abord fin au litige.")
                .doesNotContain(data + "/erase");
        assertThat(admin.get(data + "/erase").body())
                .contains("Gardé pour un litige depuis le", "href=\"" + data + "\"")
                .doesNotContain("name=\"sure\"");
        HttpResponse<String> refused = admin.post(data + "/erase", Map.of("sure", "yes"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Gardé pour un litige depuis le");
        assertThat(count("worker WHERE id = ? AND erased_at IS NULL", id("worker")))
                .isEqualTo(1);
    }

    @Test
    void aHeldFileIsFoundFromThePersonTheListAndTheWorkListOfTheManagement() throws Exception {
        String list = "href=\"" + worker + "/data\"><strong>";
        assertThat(counsellor.get(worker).body()).doesNotContain("litige");
        assertThat(counsellor.get("/app/retention").body()).doesNotContain(list);
        assertThat(admin.get("/app").body()).doesNotContain("litige");

        counsellor.post(worker + "/data/hold", Map.of());

        assertThat(counsellor.get(worker).body())
                .contains("Ce dossier est gardé pour un litige depuis le", "Il ne sera pas effacé");
        assertThat(counsellor.get("/app/retention").body())
                .contains("Gardés pour un litige", list)
                .contains("gardé depuis le");
        assertThat(admin.get("/app").body()).contains("Un dossier est gardé pour un litige");
        assertThat(counsellor.get("/app").body()).doesNotContain("litige");
        assertThat(counsellor.get(worker + "/data").body()).contains("href=\"/app/retention\"");
    }

    @Test
    void theCopyOfAFileHasAPageTheSameAsJsonAndTheBadges() throws Exception {
        counsellor.post(worker + "/data/hold", Map.of());
        Map<String, String> files = zip(
                worker + "/data/export",
                new Visitor(
                        server,
                        "/app/workers/new",
                        sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor)));
        assertThat(files).containsKeys("index.html", "data.json");
        assertThat(files.get("index.html"))
                .contains("Zéphyrine", "99999 00 00001", "Prénom", "Badges proposés")
                .doesNotContain("privacy.");
        assertThat(files.get("data.json"))
                .contains("\"last_name\" : \"Zéphyrine\"", "\"journal\"", "\"act\" : \"ERASURE_HELD\"");
        assertThat(files.get("index.html"))
                .contains("Ce qui a été fait", "Atelier Zéphyrine garde votre dossier pour un litige.");
        assertThat(count("audit_event WHERE code = 'DESK_FILE_EXPORTED' AND subject_id = ?", id("worker")))
                .isEqualTo(1);
    }

    @Test
    void theCopyOfASpaceHasItsBadgesImagesLinksAndWhatWasDone() throws Exception {
        holder.post("/me/hide", Map.of());
        Map<String, String> files = zip("/me/data/export", holder);
        String badge = tenant.ids.get("badge");
        assertThat(files)
                .containsKeys("index.html", "data.json", "badges/" + badge + ".json", "badges/" + badge + ".jwt");
        assertThat(files.get("index.html"))
                .contains(
                        "badges/" + badge + ".json", "Liens de partage", "Ce qui a été fait", "Vous avez tout caché.");
        assertThat(files.get("data.json")).contains("\"act\" : \"ALL_HIDDEN\"");
        assertThat(count("audit_event WHERE code = 'SPACE_EXPORTED'")).isEqualTo(1);
    }

    @Test
    void hidingEverythingIsUndoneLaterToo() throws Exception {
        String again = "action=\"/me/show-again\"";
        sql("UPDATE share_link SET switched_off_at = NULL, ends_at = now() + interval '90 days'");
        holder.post("/me/hide", Map.of());
        assertThat(holder.get("/me").body()).contains("Vos liens sont cachés", again);
        assertThat(holder.get("/me").body()).contains("Vos liens sont cachés", again);

        sql("UPDATE share_link SET switched_off_at = now() - interval '8 days'");

        assertThat(holder.get("/me").body()).doesNotContain(again);
    }

    @Test
    void aLinkThatWasStoppedAloneIsNotEverything() throws Exception {
        sql("UPDATE share_link SET switched_off_at = now(), ends_at = now() + interval '90 days'");

        assertThat(holder.get("/me").body()).doesNotContain("Tout est caché", "sont cachés");
    }

    @Test
    void theCopyOfASpaceReadsAsTheBadgesDo() throws Exception {
        sql("""
                UPDATE credential_document SET document = '{"issuer": {"name": "Atelier des Mots"},
                    "evidence": [{"narrative": "Fiche sept."}], "credentialSubject": {"narrative": "Peint seule.",
                    "achievement": {"description": "Prépare et peint.", "criteria": {"narrative": "Peindre dix murs."}}}}'
                """);
        Map<String, String> files = zip("/me/data/export", holder);
        String badge = "badges/" + tenant.ids.get("badge") + ".json";
        assertThat(files.get("index.html"))
                .contains("Atelier des Mots", "Fiche sept.", "Peint seule.", "Prépare et peint.", "Peindre dix murs.")
                .contains("<a href=\"" + badge + "\">")
                .doesNotContain("privacy.");
    }

    @Test
    void theSpaceSaysWhichOrganisationWillEraseItsFileAndWhen() throws Exception {
        sql("UPDATE worker SET holder_id = (SELECT holder_id FROM award WHERE award.worker_id = worker.id),"
                + " contract_ended_on = '2024-11-20', erasure_announced_on = '2026-11-03'");
        sql("UPDATE pathway SET starts_on = '2024-01-08', ends_on = '2024-01-09'");
        for (String path : new String[] {"/me", "/me/data"}) {
            assertThat(holder.get(path).body())
                    .as(path)
                    .contains("efface votre dossier le 3 décembre 2026", "Vos badges restent ici");
        }
        sql("UPDATE worker SET erasure_held_on = '2026-11-02'");
        assertThat(holder.get("/me/data").body()).doesNotContain("efface votre dossier");
        sql("UPDATE worker SET erasure_held_on = NULL");
        sql("UPDATE holder SET limited_to = (SELECT id FROM organisation WHERE id <> '" + tenant.organisation
                + "' LIMIT 1)");
        assertThat(holder.get("/me/data").body()).doesNotContain("efface votre dossier");
    }

    @Test
    void theProfileShowsTheLegalBasisThatSheetsNameWithoutAnother() throws Exception {
        assertThat(admin.get("/app/organisation").body())
                .contains(">l’intérêt légitime de la structure, faire reconnaître ce que vous savez faire</textarea>")
                .doesNotContain("Base légale (facultatif)");
    }

    private void sql(String statement) {
        server.database().owner().useHandle(handle -> handle.execute(statement));
    }

    private Map<String, String> zip(String address, Visitor visitor) throws Exception {
        byte[] bytes = visitor.bytes(address);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aHolderErasesTheirSpaceWithTheirPin() throws Exception {
        assertThat(holder.get("/me/data/erase").body()).contains("empreinte", "définitif");
        assertThat(holder.post("/me/data/erase", Map.of("pin", "271828")).statusCode())
                .isEqualTo(422);
        assertThat(count("holder WHERE erased_at IS NULL")).isEqualTo(1);

        HttpResponse<String> erased = holder.post("/me/data/erase", Map.of("pin", "314 159"));

        assertThat(erased.headers().firstValue("Location")).hasValue("/me/data/erased");
        assertThat(holder.get("/me/data/erased").body()).contains("Votre espace est effacé", "empreinte");
        assertThat(holder.get("/me").body()).doesNotContain("/me/badges/");
        URI share = server.origin().resolve("/v/" + tenant.shareCode.grouped());
        HttpResponse<String> link = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(share).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(link.statusCode()).isIn(404, 410);
    }

    @Test
    void aRunThatWasStoppedIsConfirmedByAnAdministratorOnce() throws Exception {
        UUID run = UUID.randomUUID();
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO erasure_run (id, organisation_id, due_on, files, living, created_at)"
                                + " VALUES (?, ?, current_date, 7, 20, now())",
                        run,
                        tenant.organisation.value()));
        assertThat(admin.get("/app").body()).contains("Un effacement attend votre accord");
        assertThat(admin.get("/app/retention").body()).contains("Les dossiers de 7 personnes sur 20");
        assertThat(counsellor.get("/app/retention").body())
                .contains("La direction de la structure peut confirmer")
                .doesNotContain("/app/retention/confirm");

        Map<String, String> confirmed = Map.of("run", run.toString());
        assertThat(admin.post("/app/retention/confirm", confirmed).statusCode()).isEqualTo(303);
        assertThat(admin.post("/app/retention/confirm", confirmed).statusCode()).isEqualTo(409);
        assertThat(count("erasure_run WHERE id = ? AND confirmed_by = ?", run, tenant.admin.value()))
                .isEqualTo(1);
    }

    @Test
    void theConfirmationOfARunThatWasReplacedShowsTheNewFigures() throws Exception {
        UUID read = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        String row = "INSERT INTO erasure_run (id, organisation_id, due_on, files, living, created_at, replaced_at)"
                + " VALUES (?, ?, current_date, ?, 20, now(), ?::timestamptz)";
        server.database().owner().useHandle(handle -> {
            handle.execute(row, read, tenant.organisation.value(), 7, "2026-11-02T09:00:00Z");
            handle.execute(row, next, tenant.organisation.value(), 9, null);
        });

        HttpResponse<String> answer = admin.post("/app/retention/confirm", Map.of("run", read.toString()));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Rien n’est confirmé", "Les dossiers de 9 personnes sur 20", next.toString());
        assertThat(count("erasure_run WHERE id = ? AND confirmed_at IS NULL", next))
                .isEqualTo(1);
    }

    @Test
    void announcedFilesStandInTheWorkListAndOnTheirPage() throws Exception {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET erasure_announced_on = current_date WHERE id = ?", id("worker")));
        assertThat(counsellor.get("/app").body()).contains("Un dossier sera bientôt effacé");
        assertThat(counsellor.get("/app/retention").body()).contains("Zéphyrine", worker + "/data");
    }
}
