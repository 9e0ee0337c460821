package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.imports.ImportsModule;
import fr.badgesiae.api.organisation.Organisations;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A list of people: read, sorted, decided, added. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
    private ImportFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new ImportFixture();
    }

    @BeforeEach
    void withoutDrafts() {
        desk.withoutDrafts();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void aListIsSortedBeforeAnybodyIsAdded() throws Exception {
        desk.started(desk.draft("Prénom;Nom\nAlix;Déjà-Là"));
        String list = """
                Liste du lundi;;
                NOM;Téléphone;PRÉNOM
                Modèle;06 00 00 00 01;Zoé
                deja-la;;ALIX
                Modele;;Zoe
                EXEMPLE;;DOMINIQUE
                Sans-Prénom;;
                D…;;M…
                <b>;;Alix
                """;

        String path = AwardRunFixture.led(desk.bring(list.getBytes(Charset.forName("windows-1252"))));

        assertThat(desk.findings(path))
                .containsExactly("3 NEW", "4 SPELLING", "5 TWICE", "6 SPELLING", "7 ERROR", "8 ERROR", "9 ERROR");
        String page = desk.member.get(path).body();
        assertThat(page)
                .contains(
                        "7 lignes lues",
                        "Personne n’est encore ajouté",
                        "Ajouter une personne",
                        "2 orthographes à regarder")
                .contains("value=\"Dominique\"", "value=\"Exemple\"");
        assertThat(desk.member.get(path + "?show=error").body())
                .contains("Le prénom manque.", "Le nom est masqué", "Ce n’est pas un nom");
        assertThat(desk.named("Zoé", "Modèle")).as("nobody before the start").isZero();

        desk.member.post(
                path + "/lines",
                List.of(
                        Map.entry("show", "spelling"),
                        Map.entry("shown", "4"),
                        Map.entry("first-4", "Alix"),
                        Map.entry("last-4", "Déjà-là"),
                        Map.entry("shown", "6"),
                        Map.entry("first-6", "Dominique"),
                        Map.entry("last-6", "Exemplé")));
        assertThat(desk.findings(path)).contains("4 KNOWN", "6 NEW");

        String result = desk.started(path).body();

        assertThat(result).contains("2 personnes sont ajoutées", "/app/people/sheets");
        assertThat(desk.named("Zoé", "Modèle")).isEqualTo(1);
        assertThat(desk.named("Dominique", "Exemplé")).isEqualTo(1);
        assertThat(desk.named("Alix", "Déjà-Là")).isEqualTo(1);
        assertThat(desk.count("worker WHERE last_name ILIKE 'd%j%-l%'")).isEqualTo(1);
        assertThat(desk.count(
                        "audit_event WHERE code = 'WORKER_CREATED' AND subject_id = ?", desk.person("Zoé", "Modèle")))
                .isEqualTo(1);
        assertThat(desk.count(
                        "audit_event WHERE code = 'PEOPLE_IMPORT_STARTED' AND subject_id = ?::uuid",
                        ImportFixture.id(path)))
                .isEqualTo(1);
    }

    @Test
    void otherColumnsAreNeverKept() throws Exception {
        String path = desk.draft("Prénom;Nom;Né le\nCamille;Colonne;1999-12-31\n");

        assertThat(desk.count(
                        "people_import i JOIN people_import_row r ON r.import_id = i.id WHERE i.id = ?::uuid"
                                + " AND (to_jsonb(i)::text || to_jsonb(r)::text) LIKE '%1999-12-31%'",
                        ImportFixture.id(path)))
                .isZero();
    }

    @Test
    void whoHasAKnownNameIsSomebodyElseOnlyWhenAMemberSaysSo() throws Exception {
        desk.started(desk.draft("Prénom;Nom\nCharlie;Même-Nom"));
        String path = desk.draft("Prénom;Nom\nMême-Nom;Charlie\nCharlie;MÊME-nom");
        assertThat(desk.findings(path)).containsExactly("2 KNOWN", "3 TWICE");
        assertThat(desk.started(path).body()).contains("Il n’y a personne à ajouter");

        desk.member.post(
                path + "/lines", List.of(Map.entry("show", "known"), Map.entry("shown", "2"), Map.entry("add", "2")));
        desk.started(path);

        assertThat(desk.named("Charlie", "Même-Nom")).isEqualTo(1);
        assertThat(desk.named("Même-Nom", "Charlie")).isEqualTo(1);
        assertThat(desk.named("Charlie", "MÊME-nom")).isZero();
    }

    @Test
    void thePeopleOfAListAreWhatTheMemberSays() throws Exception {
        String path = desk.draft("Prénom;Nom\nAmal;En-Stage\n");
        assertThat(desk.member.get(path).body()).contains("<option value=\"worker\" selected>");
        assertThat(desk.member.post(path + "/start", Map.of()).body())
                .contains("Choisissez ce que sont ces personnes.");
        assertThat(desk.named("Amal", "En-Stage")).isZero();

        desk.member.post(path + "/start", Map.of("kind", "trainee"));

        assertThat(desk.count("worker WHERE last_name = 'En-Stage' AND kind = 'TRAINEE'"))
                .isEqualTo(1);
    }

    @Test
    void theSameListTwiceAddsNobodyTwice() throws Exception {
        String list = "Prénom;Nom\nSacha;Deux-Fois\nSacha;Deux-Fois-Aussi";
        String one = desk.draft(list);
        String two = desk.draft(list);
        desk.started(one);
        desk.update(
                "UPDATE people_import SET state = 'STARTED', ended_at = NULL WHERE id = ?::uuid",
                ImportFixture.id(one));
        HttpResponse<String> answer = desk.member.post(two + "/start", Map.of("kind", "worker"));
        assertThat(AwardRunFixture.led(answer)).startsWith(one).contains("done=imports.same");
        desk.update(
                "UPDATE people_import SET state = 'DONE', ended_at = now() WHERE id = ?::uuid", ImportFixture.id(one));

        assertThat(desk.started(two).body()).as("the draft is there").contains("Personne n’est ajouté.");
        assertThat(desk.named("Sacha", "Deux-Fois")).isEqualTo(1);
        assertThat(desk.findings(desk.draft(list))).containsExactly("2 KNOWN", "3 KNOWN");
    }

    @Test
    void whoGotTheNameSinceTheListWasReadIsNotAdded() throws Exception {
        String one = desk.draft("Prénom;Nom\nLou;Entre-Temps\nLou;Seulement-Ici");
        String two = desk.draft("Prénom;Nom\nLou;Entre-Temps\nLou;Seulement-Là");
        desk.started(one);
        desk.started(two);

        assertThat(desk.named("Lou", "Entre-Temps")).isEqualTo(1);
        assertThat(desk.named("Lou", "Seulement-Là")).isEqualTo(1);
        assertThat(desk.findings(two)).containsExactly("2 KNOWN", "3 NEW");
    }

    @Test
    void columnsThatAreNotKnownAreAskedForAndRemembered() throws Exception {
        String list = "Usage;Petit nom;Ville\nColonnes;Andrea;Ici";
        HttpResponse<String> answer = desk.bring(list);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Colonne B\u00a0: Petit nom", "choisissez le fichier encore une fois");

        HttpResponse<String> same = desk.member.upload(
                "/app/imports",
                Map.of("first", "1", "last", "1", "titled", "on"),
                "list",
                list.getBytes(StandardCharsets.UTF_8));
        assertThat(same.body()).contains("Choisissez deux colonnes différentes.");
        String path = AwardRunFixture.led(desk.member.upload(
                "/app/imports",
                Map.of("first", "1", "last", "0", "titled", "on"),
                "list",
                list.getBytes(StandardCharsets.UTF_8)));

        assertThat(desk.findings(path)).containsExactly("2 NEW");
        assertThat(desk.findings(desk.draft("Ville;PETIT NOM;usage\nIci;Andrea;Autrement")))
                .containsExactly("2 NEW");
        assertThat(desk.member.get(path + "/columns").body()).contains("Colonne A\u00a0: Usage");
        String untitled = AwardRunFixture.led(desk.member.upload(
                "/app/imports", Map.of("first", "0", "last", "1", "cells", "Noa\tSans-Titre"), "list", new byte[0]));
        assertThat(desk.findings(untitled)).containsExactly("1 NEW");
    }

    /** A member took the first person for titles. */
    @Test
    void otherCellsOfTheFirstLineAreNotKept() throws Exception {
        String path = AwardRunFixture.led(desk.member.upload(
                "/app/imports",
                Map.of("first", "0", "last", "1", "titled", "on"),
                "list",
                "Ulysse;Première-Ligne;1999-12-31\nNoa;Deuxième-Ligne;".getBytes(StandardCharsets.UTF_8)));

        assertThat(desk.count(
                        "people_import WHERE id = ?::uuid AND titles = '{Ulysse,Première-Ligne,\"\"}'",
                        ImportFixture.id(path)))
                .isEqualTo(1);
        assertThat(desk.count("import_column WHERE title = 'ulysse'")).isEqualTo(1);
        desk.update("UPDATE import_column SET updated_at = now() - interval '2 years' WHERE title = 'ulysse'");
        new ImportsModule(
                        desk.server.platform(),
                        new Organisations(desk.server.platform().database()))
                .jobs().stream()
                        .filter(job -> job.name().equals("drop-people-imports"))
                        .forEach(job -> job.act().run());
        assertThat(desk.count("import_column WHERE title = 'ulysse'")).isZero();
    }

    @Test
    void whatIsRefusedSaysWhatToDo() throws Exception {
        assertThat(desk.bring("").body()).contains("Choisissez un fichier ou collez des cellules.");
        assertThat(desk.bring("Prénom;Nom\n").body()).contains("La liste n’a que des titres.");
        assertThat(desk.bring("Prénom;Nom\n" + "A;B\n".repeat(10_001)).body()).contains("10\u202f000 lignes au plus");
        HttpResponse<String> pasted = desk.member.upload(
                "/app/imports", Map.of("cells", "Prénom;Nom\nUn \"guillemet;x\n\"a"), "list", new byte[0]);
        assertThat(pasted.body()).contains("Un \"guillemet;x");
    }

    @Test
    void theFileWithTheResultHasNoFormula() throws Exception {
        String path = desk.draft("Prénom;Nom\n=HYPERLINK(1);Formule\nAlix;@Formule");

        assertThat(desk.member.get(path + "/lines.csv").body())
                .contains("2;'=HYPERLINK(1);Formule", "Alix;'@Formule", "Ligne à corriger");
        assertThat(desk.member.get(path + "/lines.xlsx").headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"import-de-personnes.xlsx\"");
    }

    @Test
    void importsOfOthersAreNotThere() throws Exception {
        Visitor stranger = new Visitor(
                desk.server,
                "/app/workers/new",
                sessions -> sessions.openDesk(desk.other.organisation, desk.other.admin));
        String path = desk.draft("Prénom;Nom\nAlix;Ailleurs");
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/lines.csv").statusCode()).isEqualTo(404);
        assertThat(stranger.post(path + "/start", Map.of()).statusCode()).isEqualTo(404);
        assertThat(desk.named("Alix", "Ailleurs")).isZero();
    }

    @Test
    void proposalsAreAcceptedTogether() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add("JEAN-" + (char) ('A' + i % 26) + (char) ('A' + i / 26) + ";O'MODÈLE");
        }
        String path = desk.draft("Prénom;Nom\n" + String.join("\n", lines));
        assertThat(desk.member.get(path).body()).contains("after=51", "Regardez d’abord l’orthographe");

        desk.member.post(path + "/lines", Map.of("show", "spelling", "do", "all"));

        assertThat(desk.started(path).body()).contains("60 personnes sont ajoutées");
        assertThat(desk.named("Jean-Aa", "O'Modèle")).isEqualTo(1);
    }
}
