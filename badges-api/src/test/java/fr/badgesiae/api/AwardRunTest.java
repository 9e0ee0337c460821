package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One badge for many people: choose, write, read, offer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwardRunTest {
    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void everybodyIsOfferedTheTextWithTheirFirstNameAndTheirLine() throws Exception {
        String alix = desk.person("Alix", "Premier-Modèle");
        String dominique = desk.person("Dominique", "Second-Modèle");
        String run = desk.draft();
        assertThat(AwardRunFixture.led(desk.choose(run, "go", alix, dominique))).isEqualTo(run + "/text");
        assertThat(AwardRunFixture.led(desk.member.post(
                        run + "/text",
                        Map.of(
                                "narrative",
                                "[Prénom] peint un mur.",
                                "evidence",
                                "",
                                "line-" + dominique,
                                "Et [first name] ponce.",
                                "do",
                                "go"))))
                .isEqualTo(run + "/preview");
        assertThat(desk.member.get(run + "/preview").body())
                .contains("Alix peint un mur.", "Dominique peint un mur.\nEt Dominique ponce.", "Alix P.");
        assertThat(desk.member.post(run + "/preview/" + dominique, Map.of()).body())
                .contains("Dominique peint un mur.", "Et Dominique ponce.");
        assertThat(desk.offers(alix)).as("nothing before the offer").isZero();

        String result = desk.offered(run);

        assertThat(result).contains("2 badges sont proposés", "/app/slips?run=");
        assertThat(desk.narrative(alix)).isEqualTo("Alix peint un mur.");
        assertThat(desk.narrative(dominique)).isEqualTo("Dominique peint un mur.\nEt Dominique ponce.");
        String id = run.replaceFirst(".*/", "");
        assertThat(desk.count("audit_event WHERE code = 'AWARD_RUN_STARTED' AND subject_id = ?::uuid", id))
                .isEqualTo(1);
        assertThat(desk.count(
                        "audit_event e JOIN offer o ON o.id = e.subject_id WHERE e.code = 'OFFER_MADE'"
                                + " AND o.worker_id IN (?::uuid, ?::uuid)",
                        alix,
                        dominique))
                .isEqualTo(2);
        assertThat(desk.count(
                        "award_run r JOIN award_run_person p ON p.run_id = r.id WHERE r.id = ?::uuid AND r.state = 'DONE'"
                                + " AND r.narrative = '' AND p.line = ''",
                        id))
                .as("no words stay in a run that is done")
                .isEqualTo(2);
        String slips = desk.member.get("/app/slips?run=" + id).body();
        assertThat(slips.split("type=\"checkbox\"", -1)).hasSize(3);
        assertThat(slips).contains("Premier-Modèle", "Second-Modèle").doesNotContain("Alix Deux-Rives");
    }

    @Test
    void theChoiceOutlivesPagingAndSearching() throws Exception {
        for (int i = 0; i < 60; i++) {
            desk.person("Camille", "Pagination-%02d".formatted(i));
        }
        String alone = desk.person("Sacha", "Tout-Seul");
        String run = desk.draft();
        desk.choose(run, "next", alone);
        assertThat(AwardRunFixture.led(
                        desk.member.post(run + "/people", Map.of("do", "search", "words", "pagination"))))
                .as("no address has the words")
                .isEqualTo(run + "/people");
        String found = desk.member.get(run + "/people").body();
        assertThat(found)
                .contains("60 personnes trouvées", "Choisir les 60 personnes")
                .doesNotContain("Tout-Seul");
        assertThat(found.split("name=\"people\"", -1)).hasSize(51);

        desk.member.post(run + "/people", Map.of("do", "all", "words", "pagination"));

        assertThat(desk.member.get(run + "/people").body()).contains("61 personnes choisies");
        desk.member.post(run + "/people", Map.of("do", "search", "words", "tout-seul"));
        assertThat(desk.member.get(run + "/people").body()).contains("value=\"" + alone + "\" checked");
        desk.member.post(run + "/people", Map.of("do", "search", "words", "tout-seul", "shown", alone));
        assertThat(desk.member.get(run + "/people").body()).contains("60 personnes choisies");
        desk.member.post(run + "/people", Map.of("do", "none"));
        assertThat(desk.choose(run, "go").body()).contains("Choisissez au moins une personne.");
    }

    @Test
    void whoLacksTheInformationSheetIsShownAndCannotBeChosen() throws Exception {
        String uninformed = desk.person("Alix", "Sans-Feuille");
        desk.update("UPDATE worker SET notice_given_on = NULL WHERE id = ?::uuid", uninformed);
        String run = desk.draft();
        desk.member.post(run + "/people", Map.of("do", "search", "words", "sans-feuille"));
        assertThat(desk.member.get(run + "/people").body())
                .contains("Alix Sans-Feuille", "/app/workers/" + uninformed + "/notice")
                .doesNotContain("value=\"" + uninformed + "\"");

        assertThat(desk.choose(run, "go", uninformed).statusCode()).isEqualTo(422);
        desk.member.post(run + "/people", Map.of("do", "all", "words", "sans-feuille"));

        assertThat(desk.count("award_run_person WHERE worker_id = ?::uuid", uninformed))
                .isZero();
    }

    @Test
    void aSecondBadgeOfTheSameKindNeedsATickOfItsOwn() throws Exception {
        String twice = desk.person("Alix", "Deux-Fois");
        desk.offered(desk.written("Peint un mur.", twice));
        String run = desk.draft();
        desk.member.post(run + "/people", Map.of("do", "search", "words", "deux-fois"));
        desk.member.post(run + "/people", Map.of("do", "all", "words", "deux-fois"));
        assertThat(desk.member.get(run + "/people").body())
                .contains("Badge déjà proposé le", "name=\"again\"", "aucune personne choisie");
        desk.choose(run, "go", twice);
        desk.write(run, "Peint un autre mur.");
        String blocked = desk.member.get(run + "/preview").body();
        assertThat(blocked)
                .contains("Une personne ne recevra rien", "Alix Deux-Fois")
                .doesNotContain("name=\"read\"");

        desk.member.post(
                run + "/people", List.of(Map.entry("do", "go"), Map.entry("shown", twice), Map.entry("again", twice)));

        assertThat(desk.offered(run)).contains("Un badge est proposé");
        assertThat(desk.offers(twice)).isEqualTo(2);
    }

    @Test
    void wordsThatWouldBeSignedAsTheyStandAreRefused() throws Exception {
        String person = desk.person("Alix", "Crochets-Modèle");
        String run = desk.draft();
        desk.choose(run, "go", person);

        assertThat(desk.write(run, "[nom] peint un mur.").body()).contains("[nom] serait signé tel quel.");
        assertThat(desk.write(run, "").body()).contains("Écrivez ce que la personne sait faire.");
        assertThat(desk.write(run, "a".repeat(2001)).body()).contains("caractères au plus");
        desk.write(run, "[prénom]".repeat(200) + "a".repeat(400));
        desk.update("UPDATE worker SET first_name = 'Marie-Antoinette' WHERE id = ?::uuid", person);
        assertThat(desk.member.get(run + "/preview").body())
                .contains("le texte est trop long ou ne convient pas au badge");
    }

    @Test
    void whatChangedSinceItWasReadIsReadAgain() throws Exception {
        String person = desk.person("Alix", "Relecture-Modèle");
        String run = desk.written("Peint un mur.", person);
        String read = desk.read(run);
        desk.write(run, "Peint deux murs.");

        assertThat(desk.offer(desk.colleague, run, read).body()).contains("Relisez avant de proposer.");
        assertThat(desk.offers(person)).isZero();
        String again = desk.read(run);
        desk.update("UPDATE worker SET first_name = 'Sacha' WHERE id = ?::uuid", person);
        assertThat(desk.offer(desk.member, run, again).statusCode())
                .as("another first name")
                .isEqualTo(409);
        assertThat(desk.offered(run)).contains("Un badge est proposé");
    }

    @Test
    void theSameRunTwiceOnOneDayIsOne() throws Exception {
        String person = desk.person("Alix", "Pareil-Modèle");
        String first = desk.written("Peint un mur pareil.", person);
        String second = desk.written("Peint un mur pareil.", person);
        String read = desk.read(second);
        desk.offered(first);

        desk.update(
                "UPDATE offer SET state = 'CANCELLED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL"
                        + " WHERE worker_id = ?::uuid",
                person);

        assertThat(AwardRunFixture.led(desk.offer(desk.colleague, second, read)))
                .isEqualTo(first + "?done=bulk.same");
        assertThat(desk.offers(person)).isEqualTo(1);
        assertThat(desk.member.get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingOfAnotherStructureIsReached() throws Exception {
        String run = desk.draft();
        String stranger = desk.other.ids.get("worker");
        desk.update("UPDATE worker SET notice_given_on = current_date WHERE id = ?::uuid", stranger);
        desk.choose(run, "go", stranger);

        assertThat(desk.count(
                        "award_run_person WHERE worker_id = ?::uuid AND run_id = ?::uuid",
                        stranger,
                        run.replaceFirst(".*/", "")))
                .isZero();
        String theirs = "/app/award-runs/" + desk.other.ids.get("run");
        for (String page : new String[] {"", "/people", "/text", "/preview"}) {
            assertThat(desk.member.get(theirs + page).statusCode()).as(page).isEqualTo(404);
        }
        for (String act :
                new String[] {"/people", "/text", "/offer", "/retry", "/discard", "/renew", "/preview/" + stranger}) {
            assertThat(desk.member.post(theirs + act, Map.of("do", "go")).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(desk.member
                        .get("/app/slips?run=" + desk.other.ids.get("run"))
                        .body())
                .doesNotContain("Trois-Rives");
        assertThat(desk.member
                        .post("/app/award-runs", Map.of("version", desk.other.ids.get("version")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.member.get("/app/award-runs/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRunThatIsDiscardedLeavesItsOffers() throws Exception {
        String person = desk.person("Alix", "Reste-Modèle");
        String run = desk.written("Peint un mur.", person);
        desk.offered(run);

        desk.member.post(run + "/discard", Map.of());

        assertThat(desk.member.get(run).statusCode()).isEqualTo(404);
        assertThat(desk.offers(person)).isEqualTo(1);
    }

    @Test
    void aWholeGroupIsChosenAtOnceAndTheRestIsNot() throws Exception {
        String one = desk.person("Alix", "Du-Groupe");
        String two = desk.person("Sacha", "Du-Groupe");
        String outside = desk.person("Camille", "Hors-Du-Groupe");
        String team = desk.group("TEAM", "Équipe du pont", one, two);
        String run = desk.draft();
        desk.choose(run, "none", outside);
        desk.member.post(run + "/people", Map.of("do", "search", "words", "", "group", team));
        String narrowed = desk.member.get(run + "/people").body();
        assertThat(narrowed)
                .contains("Équipe – Équipe du pont", "2 personnes trouvées", "Alix Du-Groupe")
                .doesNotContain("Hors-Du-Groupe");

        desk.member.post(run + "/people", Map.of("do", "clear"));
        desk.member.post(run + "/people", Map.of("do", "group", "words", "hors", "group", team));

        assertThat(desk.member.get(run + "/people").body()).contains("2 personnes choisies");
        assertThat(desk.count("award_run_person WHERE worker_id = ?::uuid", outside))
                .isZero();
        desk.write(run, "Peint un mur.");
        desk.offered(run);
        assertThat(desk.count("award_run WHERE id = ?::uuid AND group_id IS NULL", run.replaceFirst(".*/", "")))
                .as("a run that started keeps no group")
                .isEqualTo(1);
    }

    @Test
    void everybodyFoundIsWhomThePageCounted() throws Exception {
        String counted = desk.person("Alix", "Compté-Modèle");
        String typed = desk.person("Alix", "Tapé-Modèle");
        String run = desk.draft();
        desk.member.post(run + "/people", Map.of("do", "search", "words", "compté-modèle"));

        desk.member.post(run + "/people", Map.of("do", "all", "words", "tapé-modèle"));

        assertThat(desk.count("award_run_person WHERE worker_id = ?::uuid", counted))
                .isEqualTo(1);
        assertThat(desk.count("award_run_person WHERE worker_id = ?::uuid", typed))
                .isZero();
    }

    @Test
    void aGroupOfAnotherOrganisationNarrowsNothing() throws Exception {
        String run = desk.draft();
        desk.person("Alix", "Voisin-Modèle");
        assertThat(AwardRunFixture.led(desk.member.post(
                        run + "/people",
                        Map.of("do", "search", "words", "voisin-modèle", "group", desk.other.ids.get("group")))))
                .isEqualTo(run + "/people");
        assertThat(desk.member.get(run + "/people").body()).contains("Alix Voisin-Modèle");
    }
}
