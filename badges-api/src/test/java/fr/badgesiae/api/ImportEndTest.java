package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.imports.ImportsModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.privacy.erasure.Cause;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What follows the start of an import: a crash, a stop, the way back, its end; and the export of Les emplois. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportEndTest {
    private static final List<String> TITLES = List.of(
            "Civilité candidat",
            "Nom candidat",
            "Prénom candidat",
            "Date de naissance candidat",
            "Nom structure employeur",
            "Statut de la candidature",
            "Dates de début d’embauche",
            "Numéro PASS IAE");

    private ImportFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new ImportFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static String list(String last, int many) {
        return "Prénom;Nom\n"
                + IntStream.range(0, many)
                        .mapToObj(i -> "Alix-" + (char) ('A' + i / 26 % 26) + (char) ('a' + i % 26) + ";" + last + " "
                                + (char) ('A' + i / 676) + "\n")
                        .collect(Collectors.joining());
    }

    private long added(String last) {
        return desk.count(
                "worker WHERE organisation_id = ? AND last_name LIKE ?", desk.own.organisation.value(), last + " %");
    }

    /** A draft whose job has not run yet. */
    private String begun(String list) throws Exception {
        String path = desk.draft(list);
        desk.update(
                "UPDATE people_import SET state = 'STARTED', started_by = created_by WHERE id = ?::uuid",
                ImportFixture.id(path));
        return path;
    }

    private void job() {
        new ImportsModule(
                        desk.server.platform(),
                        new Organisations(desk.server.platform().database()))
                .jobs().stream()
                        .filter(job -> job.name().equals("add-imported-people"))
                        .forEach(job -> job.act().run());
    }

    /** Another row of this kind, about another person. */
    private void copied(String table, UUID person, String... changes) {
        List<String> all = new ArrayList<>(List.of("id", "gen_random_uuid()", "worker_id", "'" + person + "'::uuid"));
        all.addAll(List.of(changes));
        desk.server
                .database()
                .owner()
                .useHandle(handle -> new RowCopies(handle, 1)
                        .of(table, UUID.fromString(desk.own.ids.get(table)), all.toArray(String[]::new)));
    }

    /** Nobody of this name is added beyond so many; the job of the server waits for that as well as ours. */
    private void breakAfter(String last, int many) {
        desk.update("CREATE OR REPLACE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.last_name LIKE '" + last + " %' AND (SELECT count(*) FROM worker WHERE last_name LIKE '"
                + last
                + " %') >= " + many + " THEN RAISE EXCEPTION 'the power is out'; END IF; RETURN NEW; END $$");
        desk.update("CREATE TRIGGER broken BEFORE INSERT ON worker FOR EACH ROW EXECUTE FUNCTION broken()");
    }

    private void mend() {
        desk.update("DROP TRIGGER broken ON worker");
    }

    @Test
    void anImportGoesOnWhereItBrokeOff() throws Exception {
        breakAfter("Coupure", 250);
        String path = begun(list("Coupure", 450));
        assertThatThrownBy(this::job).hasMessageContaining("the power is out");
        assertThat(added("Coupure")).as("whole batches").isEqualTo(200);
        assertThat(desk.member.get(path).body())
                .contains("200 personnes ajoutées sur 450", "max=\"450\" value=\"200\"");
        mend();

        job();
        job();

        assertThat(added("Coupure")).isEqualTo(450);
        assertThat(desk.count("audit_event e JOIN worker w ON w.id = e.subject_id WHERE e.code = 'WORKER_CREATED'"
                        + " AND w.last_name LIKE 'Coupure %'"))
                .isEqualTo(450);
        assertThat(desk.member.get(path).body()).contains("450 personnes sont ajoutées");
    }

    @Test
    void nobodyIsAddedInTheNameOfWhoeverLeftOrMayNotManageAnyMore() throws Exception {
        breakAfter("Partie", 0);
        begun(list("Partie", 3));
        for (String gone : List.of(
                "state = 'DEACTIVATED', deactivated_at = now()", "rights = ARRAY['AWARD']", "role = 'COUNSELLOR'")) {
            desk.update("UPDATE membership SET " + gone + " WHERE account_id = ?", desk.own.admin.value());
            mend();
            job();
            assertThat(added("Partie")).as(gone).isZero();
            breakAfter("Partie", 0);
            desk.update(
                    "UPDATE membership SET state = 'ACTIVE', deactivated_at = NULL, rights = NULL, role = 'ORG_ADMIN'"
                            + " WHERE account_id = ?",
                    desk.own.admin.value());
        }
        mend();

        job();

        assertThat(added("Partie")).isEqualTo(3);
    }

    /** A training body teaches; a list of it brings no people on a pathway of inclusion. */
    @Test
    void theKindThatMostAreThereIsProposed() throws Exception {
        desk.update("UPDATE organisation SET kind = 'OF' WHERE id = ?", desk.own.organisation.value());
        String page = desk.member.get(desk.draft("Prénom;Nom\nAlix;Stage")).body();
        desk.update("UPDATE organisation SET kind = 'ACI' WHERE id = ?", desk.own.organisation.value());
        assertThat(page).contains("<option value=\"trainee\" selected>");
    }

    @Test
    void aStoppedImportAddsNobodyMoreAndCanBeBroughtAgain() throws Exception {
        breakAfter("Arrêt", 0);
        String path = begun(list("Arrêt", 3));
        desk.member.post(path + "/stop", Map.of());
        mend();
        job();

        assertThat(added("Arrêt")).isZero();
        assertThat(desk.member.get(path).body()).contains("L’import a été arrêté.");
        desk.started(desk.draft(list("Arrêt", 3)));
        assertThat(added("Arrêt")).isEqualTo(3);
    }

    @Test
    void whoeverWasAddedIsTakenBackUnlessTheFileWasUsed() throws Exception {
        String path =
                desk.draft("Prénom;Nom\nAlix;Retour\nRenommé;Retour\nInformé;Retour\nProposé;Retour\nCité;Retour");
        assertThat(desk.started(path).body()).contains("Enlever les 5 personnes ajoutées");
        UUID gone = desk.person("Alix", "Retour");
        UUID renamed = desk.person("Renommé", "Retour");
        desk.member.post(
                "/app/workers/" + renamed, Map.of("firstName", "Renommée", "lastName", "Retour", "revision", "1"));
        desk.update("UPDATE worker SET notice_given_on = current_date WHERE id = ?", desk.person("Informé", "Retour"));
        copied("offer", desk.person("Proposé", "Retour"), "code_lookup", "sha256('another')");
        copied("pathway", desk.person("Cité", "Retour"));

        assertThat(desk.member.get(path + "/take-back").body())
                .contains("Annuler cet import", "Les 5 personnes ajoutées par cet import seront enlevées");
        assertThat(desk.count("worker WHERE id = ?", gone))
                .as("a question only")
                .isEqualTo(1);
        desk.member.post(path + "/take-back", Map.of());

        String page = desk.member.get(path).body();
        assertThat(page)
                .contains("Une personne ajoutée a été enlevée", "4 personnes sont restées")
                .contains("Renommé Retour", "Informé Retour", "Proposé Retour", "Cité Retour")
                .doesNotContain("Alix Retour");
        assertThat(desk.count("worker WHERE id = ?", gone)).isZero();
        assertThat(desk.count("worker WHERE last_name = 'Retour'")).isEqualTo(4);
        desk.member.post(path + "/take-back", Map.of());
        assertThat(desk.count(
                        "audit_event WHERE code = 'PEOPLE_IMPORT_TAKEN_BACK' AND subject_id = ?::uuid",
                        ImportFixture.id(path)))
                .isEqualTo(1);
    }

    @Test
    void afterAnHourNobodyIsTakenBack() throws Exception {
        String path = desk.draft("Prénom;Nom\nAlix;Trop-Tard");
        desk.started(path);
        desk.update(
                "UPDATE people_import SET ended_at = now() - interval '61 minutes' WHERE id = ?::uuid",
                ImportFixture.id(path));

        assertThat(desk.member.get(path).body()).doesNotContain("/take-back");
        assertThat(desk.member.post(path + "/take-back", Map.of()).body()).contains("Le délai d’une heure est passé.");
        assertThat(desk.named("Alix", "Trop-Tard")).isEqualTo(1);
    }

    @Test
    void anImportIsForgottenAndAnErasureTakesItsLine() throws Exception {
        String path = desk.draft("Prénom;Nom\nAlix;Oubli\nDominique;Oubli");
        String draft = desk.draft("Prénom;Nom\nOUBLI;Alix\nAutre;Oubli");
        desk.started(path);
        assertThat(desk.member.post(path + "/discard", Map.of()).body())
                .contains("Pendant une heure, vous pouvez encore enlever");
        UUID person = desk.person("Alix", "Oubli");
        desk.update(
                "INSERT INTO import_column VALUES (?, 'alix', 'FIRST_NAME', now(), now())",
                desk.own.organisation.value());
        ImportsModule module = new ImportsModule(
                desk.server.platform(), new Organisations(desk.server.platform().database()));
        desk.server
                .features()
                .privacy()
                .eraseFile()
                .apply(new DeskFile(desk.own.organisation, person), Cause.request(Actor.SYSTEM));
        assertThat(desk.findings(path)).containsExactly("3 NEW");
        assertThat(desk.findings(draft)).as("the same name, in either order").containsExactly("3 NEW");
        assertThat(desk.count("import_column WHERE title = 'alix'")).isZero();

        desk.update(
                "UPDATE people_import SET updated_at = now() - interval '8 days' WHERE id = ?::uuid",
                ImportFixture.id(path));
        module.jobs().stream()
                .filter(job -> job.name().equals("drop-people-imports"))
                .forEach(job -> job.act().run());

        assertThat(desk.member.get(path).statusCode()).isEqualTo(404);
        assertThat(desk.named("Dominique", "Oubli")).isEqualTo(1);
    }

    @Test
    void ofTheExportOfApplicationsOnlyAcceptedOnesAreRead() throws Exception {
        String accepted = "Candidature acceptée";
        byte[] export = workbook(List.of(
                List.of("Monsieur", "Fictif", "Ali", "", "Atelier", accepted, "", "999990000001"),
                List.of("Monsieur", "FICTIF", "Ali", "", "Chantier", accepted, "", "99999 00 00001"),
                List.of("Madame", "Fictive", "Inès", "", "Atelier", accepted, "", ""),
                List.of("Madame", "Fictive", "Inès", "", "Atelier", accepted, "", ""),
                List.of("Madame", "Fictive", "Inès", "", "Chantier", accepted, "", ""),
                List.of("Madame", "Refus", "Léa", "", "Atelier", "Candidature déclinée", "", ""),
                List.of("Madame", "M…", "D…", "", "Atelier", accepted, "", "")));

        String path = AwardRunFixture.led(desk.bring(export));

        assertThat(desk.findings(path)).containsExactly("2 NEW", "4 NEW", "6 TWICE", "8 ERROR");
        assertThat(desk.member.get(path).body()).contains("3 lignes laissées de côté");
        assertThat(desk.count("people_import WHERE id = ?::uuid AND source = 'EMPLOIS'", ImportFixture.id(path)))
                .isEqualTo(1);
    }

    private static byte[] workbook(List<List<String>> rows) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("Candidatures");
            List<List<String>> all = new ArrayList<>(List.of(TITLES));
            all.addAll(rows);
            for (int row = 0; row < all.size(); row++) {
                for (int column = 0; column < TITLES.size(); column++) {
                    sheet.value(row, column, all.get(row).get(column));
                }
                if (row > 0) {
                    sheet.value(row, 3, LocalDate.of(1990, 1, 1));
                    sheet.style(row, 3).format("dd/mm/yyyy").set();
                }
            }
        }
        return bytes.toByteArray();
    }
}
