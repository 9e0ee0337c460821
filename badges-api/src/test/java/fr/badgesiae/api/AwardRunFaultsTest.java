package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.privacy.erasure.Cause;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A run in which something happens meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwardRunFaultsTest {
    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        desk.update("""
                CREATE FUNCTION fail_offer() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.narrative LIKE '%Panne%' THEN RAISE EXCEPTION 'no'; END IF;
                    RETURN NEW;
                END $$
                """);
        desk.update("CREATE TRIGGER fail_offer BEFORE INSERT ON offer FOR EACH ROW EXECUTE FUNCTION fail_offer()");
    }

    @AfterAll
    void stop() {
        two.shutdownNow();
        desk.close();
    }

    private static CompletableFuture<HttpResponse<String>> at(Executor executor, Sending sending) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return sending.send();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                executor);
    }

    private interface Sending {
        HttpResponse<String> send() throws Exception;
    }

    @Test
    void aFailedRowStopsNoOtherAndIsTriedAgain() throws Exception {
        String before = desk.person("Alix", "Avant-Modèle");
        String broken = desk.person("Panne", "Milieu-Modèle");
        String after = desk.person("Alix", "Zone-Modèle");
        String run = desk.written("[prénom] peint.", before, broken, after);

        String result = desk.offered(run);

        assertThat(result)
                .contains("2 badges sont proposés", "Une personne n’a rien reçu", "Panne Milieu-Modèle", "Une erreur");
        assertThat(desk.member.get(run + "?state=FAILED").body())
                .contains("Panne Milieu-Modèle")
                .doesNotContain("Alix Zone-Modèle");
        assertThat(desk.offers(broken)).isZero();
        desk.update("UPDATE worker SET first_name = 'Alix' WHERE id = ?::uuid", broken);
        desk.member.post(run + "/retry", Map.of());
        assertThat(desk.member.get(run).body())
                .contains("3 badges sont proposés")
                .doesNotContain("n’a rien reçu");
        assertThat(desk.narrative(broken)).isEqualTo("Alix peint.");
        assertThat(desk.offers(before)).isEqualTo(1);
    }

    @Test
    void twoMembersWhoOfferOneRunMakeEachOfferOnce() throws Exception {
        String[] people = new String[12];
        for (int i = 0; i < people.length; i++) {
            people[i] = desk.person("Alix", "Ensemble-" + i);
        }
        String run = desk.written("Peint ensemble.", people);
        String read = desk.read(run);

        var first = at(two, () -> desk.offer(desk.member, run, read));
        var second = at(two, () -> desk.offer(desk.colleague, run, read));

        assertThat(AwardRunFixture.led(first.get())).isEqualTo(run);
        assertThat(AwardRunFixture.led(second.get())).isEqualTo(run);
        for (String person : people) {
            assertThat(desk.offers(person)).isEqualTo(1);
        }
        assertThat(desk.count(
                        "audit_event WHERE code = 'AWARD_RUN_STARTED' AND subject_id = ?::uuid",
                        run.replaceFirst(".*/", "")))
                .isEqualTo(1);
    }

    @Test
    void twoRunsForOnePersonAtTheSameMomentMakeOneOffer() throws Exception {
        String person = desk.person("Alix", "Course-Modèle");
        String first = desk.written("Peint un mur.", person);
        String second = desk.written("Peint deux murs.", person);
        String readFirst = desk.read(first);
        String readSecond = desk.read(second);

        var one = at(two, () -> desk.offer(desk.member, first, readFirst));
        var other = at(two, () -> desk.offer(desk.colleague, second, readSecond));
        one.get();
        other.get();

        assertThat(desk.offers(person)).isEqualTo(1);
    }

    @Test
    void twoRunsWithOneContentAtTheSameMomentAreOne() throws Exception {
        String person = desk.person("Alix", "Même-Modèle");
        String first = desk.written("Peint le même mur.", person);
        String second = desk.written("Peint le même mur.", person);
        String read = desk.read(first);
        assertThat(desk.read(second)).isEqualTo(read);

        var one = at(two, () -> desk.offer(desk.member, first, read));
        var other = at(two, () -> desk.offer(desk.colleague, second, read));
        String[] led = {AwardRunFixture.led(one.get()), AwardRunFixture.led(other.get())};

        assertThat(led[0].replaceFirst("\\?.*", ""))
                .as("%s and %s", led[0], led[1])
                .isEqualTo(led[1].replaceFirst("\\?.*", ""));
        assertThat(desk.offers(person)).isEqualTo(1);
    }

    @Test
    void anErasedFileTakesItsRowAndTheSearchAway() throws Exception {
        String broken = desk.person("Panne", "Effacée-Modèle");
        String stays = desk.person("Alix", "Restante-Modèle");
        String run = desk.written("[prénom] peint.", broken, stays);
        String searched = desk.draft();
        desk.member.post(searched + "/people", Map.of("do", "search", "words", "effacée"));
        desk.offered(run);

        desk.server
                .features()
                .privacy()
                .eraseFile()
                .apply(new DeskFile(desk.own.organisation, UUID.fromString(broken)), Cause.request(Actor.SYSTEM));

        assertThat(desk.count("award_run_person WHERE worker_id = ?::uuid", broken))
                .isZero();
        assertThat(desk.count("award_run WHERE search <> '' AND organisation_id = ?", desk.own.organisation.value()))
                .isZero();
        desk.member.post(run + "/retry", Map.of());
        assertThat(desk.member.get(run).body())
                .contains("Un badge est proposé", "Un dossier a été effacé depuis")
                .doesNotContain("Effacée-Modèle");
        assertThat(desk.offers(broken)).isZero();
    }

    @Test
    void aBadgeThatIsArchivedMeanwhileIsOfferedToNobody() throws Exception {
        String broken = desk.person("Panne", "Archive-Modèle");
        String other = desk.person("Alix", "Archive-Modèle");
        String draft = desk.written("Peint un dernier mur.", other);
        String run = desk.written("[prénom] peint.", broken, other);
        desk.offered(run);
        desk.update("UPDATE achievement SET state = 'ARCHIVED' WHERE id = ?::uuid", desk.own.ids.get("achievement"));
        try {
            desk.member.post(run + "/retry", Map.of());

            assertThat(desk.member.get(run).body()).contains("Le badge a été archivé");
            assertThat(desk.member.get(draft + "/preview").body())
                    .contains("Ce badge est archivé")
                    .doesNotContain("name=\"read\"");
            assertThat(desk.offers(broken)).isZero();
        } finally {
            desk.update(
                    "UPDATE achievement SET state = 'PUBLISHED' WHERE id = ?::uuid", desk.own.ids.get("achievement"));
        }
    }

    @Test
    void whoLostTheInformationSheetMeanwhileIsPassedOverAndNamed() throws Exception {
        String lost = desk.person("Alix", "Perdue-Modèle");
        String other = desk.person("Alix", "Gardée-Modèle");
        String run = desk.written("Peint un mur.", lost, other);
        desk.update("UPDATE worker SET notice_given_on = NULL WHERE id = ?::uuid", lost);
        assertThat(desk.member.get(run + "/preview").body())
                .contains("Feuille d’information pas encore donnée.", "Proposer ce badge à une personne");

        String result = desk.offered(run);

        assertThat(result).contains("Un badge est proposé", "Alix Perdue-Modèle", "/app/workers/" + lost + "/notice");
        assertThat(desk.offers(lost)).isZero();
        desk.update("UPDATE worker SET notice_given_on = current_date WHERE id = ?::uuid", lost);
        desk.member.post(run + "/retry", Map.of());
        assertThat(desk.offers(lost)).isEqualTo(1);
    }

    @Test
    void runsAreForgotten() throws Exception {
        String old = desk.draft();
        String done = desk.written("Peint un mur.", desk.person("Alix", "Vieux-Modèle"));
        desk.offered(done);
        String fresh = desk.draft();
        desk.update(
                "UPDATE award_run SET updated_at = now() - interval '31 days' WHERE id = ?::uuid",
                old.replaceFirst(".*/", ""));
        desk.update(
                "UPDATE award_run SET updated_at = now() - interval '25 hours' WHERE id IN (?::uuid, ?::uuid)",
                done.replaceFirst(".*/", ""),
                fresh.replaceFirst(".*/", ""));

        desk.server.features().contributions().jobs().stream()
                .filter(job -> job.name().equals("drop-award-runs"))
                .map(Job::act)
                .forEach(Runnable::run);

        assertThat(desk.member.get(old).statusCode()).isEqualTo(404);
        assertThat(desk.member.get(done).statusCode()).isEqualTo(404);
        assertThat(desk.member.get(fresh).body()).contains("Rien n’est encore proposé.");
    }
}
