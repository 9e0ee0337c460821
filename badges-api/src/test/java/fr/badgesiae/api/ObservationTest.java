package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.privacy.erasure.Cause;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What members see people do: noted, read, changed for a week, deleted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationTest {
    private AwardRunFixture desk;
    private ObservationFixture seen;
    private Visitor evaluator;
    private AccountId account;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        seen = new ObservationFixture(desk);
        account = desk.server.member(desk.own.organisation, "encadrement", "EVALUATOR", "une phrase assez longue");
        evaluator = new Visitor(
                desk.server, "/app/observations/new", sessions -> sessions.openDesk(desk.own.organisation, account));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Europe/Paris")).toString();
    }

    @Test
    void whatWasSeenIsReadAtTheDeskWithItsAuthor() throws Exception {
        String alix = desk.person("Alix", "Vue-Modèle");
        seen.supervised(account, alix);
        assertThat(evaluator
                        .post("/app/observations/people", Map.of("words", "vue"))
                        .body())
                .contains("/app/observations/new?worker=" + alix);
        assertThat(evaluator.get("/app/observations/new?worker=" + alix).body()).contains(seen.badge());

        String path = seen.noted(evaluator, alix, "ALONE", today(), "Prépare son poste.");

        assertThat(desk.member.get(path).body())
                .contains("Alix Vue-Modèle", "Prépare son poste.", "Sans aide")
                .doesNotContain(path + "/edit");
        assertThat(desk.member.get("/app/observations?worker=" + alix).body()).contains("href=\"" + path + "\"");
        assertThat(desk.member.get("/app/workers/" + alix).body())
                .contains("/app/observations?worker=" + alix, "vu 1\u00a0fois, par 1\u00a0personne");
    }

    @Test
    void nothingTickedAndNothingWrittenIsAnErrorAndKeepsTheRest() throws Exception {
        String alix = desk.person("Alix", "Vide-Modèle");
        HttpResponse<String> answer = seen.note(desk.member, alix, "", "2999-01-01", List.of(), "");
        assertThat(answer.body())
                .contains("Cochez un geste, ou écrivez une phrase.", "Dites si la personne", "douze derniers mois")
                .contains("value=\"2999-01-01\"");
        assertThat(desk.count("observation WHERE worker_id = ?::uuid", alix)).isZero();
    }

    @Test
    void aTickedTaskThatTheBadgeNoLongerHasIsSaidAndKeepsTheRest() throws Exception {
        String alix = desk.person("Alix", "Change-Modèle");
        HttpResponse<String> answer = seen.note(
                desk.member, alix, "ALONE", today(), List.of("Range ses outils.", "Geste d’hier."), "Au quai.");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ont changé entre-temps", "Au quai.");
        assertThat(desk.count("observation WHERE worker_id = ?::uuid", alix)).isZero();
    }

    @Test
    void whoReadsNoNamesReadsOnlyWhatTheyNoted() throws Exception {
        String alix = desk.person("Alix", "Cachée-Modèle");
        seen.supervised(account, alix);
        String own = seen.noted(evaluator, alix, "ALONE", today(), "Range ses outils.");
        String other = seen.noted(desk.member, alix, "HELPED", today(), "Prévient.");
        assertThat(evaluator.get("/app/observations").body()).contains(own).doesNotContain(other);
        assertThat(evaluator
                        .get("/app/observations?author=" + desk.own.counsellor)
                        .body())
                .doesNotContain(other);
        assertThat(evaluator.get(other).statusCode()).isEqualTo(404);
        assertThat(evaluator.get(other + "/photo").statusCode()).isEqualTo(404);
        assertThat(evaluator.post(other + "/delete", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoOnlyProposesObservesThePeopleOfTheirTeamsAlone() throws Exception {
        String alix = desk.person("Alix", "Dedans-Modèle");
        String team = seen.supervised(account, alix);
        String sacha = desk.person("Sacha", "Dehors-Modèle");
        assertThat(evaluator
                        .post("/app/observations/people", Map.of("words", "modèle"))
                        .body())
                .contains(alix)
                .doesNotContain(sacha);
        assertThat(evaluator.get("/app/observations/new?worker=" + sacha).statusCode())
                .isEqualTo(404);
        assertThat(seen.note(evaluator, sacha, "ALONE", today(), List.of(), "Range.")
                        .statusCode())
                .isEqualTo(404);
        assertThat(evaluator.get("/app/team/" + alix).body())
                .contains("/app/observations/new?worker=" + alix, "/app/requests/new?worker=" + alix);
        String path = seen.noted(evaluator, alix, "ALONE", today(), "Range ses outils.");

        desk.update("DELETE FROM group_member WHERE group_id = ?::uuid", team);

        assertThat(evaluator.get("/app/observations/new").body()).doesNotContain("Dedans-Modèle");
        assertThat(evaluator.get("/app/observations").body()).doesNotContain("Dedans-Modèle");
        assertThat(evaluator.get(path).statusCode()).isEqualTo(404);
        assertThat(evaluator.post(path + "/delete", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void itsAuthorChangesItForAWeekAndTheManagementDeletesItAfterwards() throws Exception {
        String alix = desk.person("Alix", "Semaine-Modèle");
        String path = seen.noted(desk.member, alix, "ALONE", today(), "Range ses outils.");
        assertThat(desk.colleague
                        .post(path + "/edit", seen.form("HELPED", today(), List.of("Prévient."), ""))
                        .statusCode())
                .isEqualTo(403);
        desk.member.post(path + "/edit", seen.form("HELPED", today(), List.of("Prévient."), "Au téléphone."));
        assertThat(desk.member.get(path).body()).contains("Prévient.", "Au téléphone.", "Avec de l’aide");

        desk.update(
                "UPDATE observation SET created_at = now() - interval '8 days' WHERE id = ?::uuid",
                ObservationFixture.id(path));

        assertThat(desk.member
                        .post(path + "/edit", seen.form("ALONE", today(), List.of(), "Autre."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.member.post(path + "/delete", Map.of()).statusCode()).isEqualTo(403);
        assertThat(desk.colleague.get(path + "/delete").body()).contains("Effacer pour toujours");
        desk.colleague.post(path + "/delete", Map.of());
        assertThat(desk.member.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aPhotographIsEncodedAnewEncryptedAndGoesWithItsObservation() throws Exception {
        String alix = desk.person("Alix", "Photo-Modèle");
        String path = seen.noted(desk.member, alix, "ALONE", today(), "Range ses outils.");
        assertThat(desk.member
                        .upload(path + "/photo", Map.of(), "image", "no picture".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("Choisissez une photo");

        desk.member.upload(path + "/photo", Map.of(), "image", picture());

        assertThat(desk.member.get(path).body()).contains("src=\"" + path + "/photo\"");
        byte[] stored = desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT sealed FROM observation_photo WHERE observation_id = ?::uuid",
                                ObservationFixture.id(path))
                        .mapTo(byte[].class)
                        .one());
        byte[] opened =
                desk.server.platform().vault().open(stored, "observation_photo.sealed|" + ObservationFixture.id(path));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(opened));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(new String(opened, StandardCharsets.ISO_8859_1)).doesNotContain("Secret place");

        desk.member.post(path + "/delete", Map.of());
        assertThat(desk.count("observation_photo WHERE observation_id = ?::uuid", ObservationFixture.id(path)))
                .isZero();
    }

    /** A JPEG with a comment, 1,800 pixels wide. */
    private static byte[] picture() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1800, 900, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        byte[] plain = out.toByteArray();
        byte[] words = "Secret place".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(plain, 0, 2);
        with.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (words.length + 2)});
        with.writeBytes(words);
        with.write(plain, 2, plain.length - 2);
        return with.toByteArray();
    }

    @Test
    void anErasedFileKeepsNoObservation() throws Exception {
        String alix = desk.person("Alix", "Effacée-Modèle");
        seen.noted(desk.member, alix, "ALONE", today(), "Range ses outils.");
        desk.server
                .features()
                .privacy()
                .eraseFile()
                .apply(new DeskFile(desk.own.organisation, UUID.fromString(alix)), Cause.request(Actor.SYSTEM));
        assertThat(desk.count("observation WHERE worker_id = ?::uuid", alix)).isZero();
    }

    @Test
    void thePersonReadsItAndWhatTheyCallWrongCountsNoMore() throws Exception {
        String alix = desk.own.ids.get("worker");
        desk.update("UPDATE worker SET holder_id = ? WHERE id = ?::uuid", desk.own.holder.value(), alix);
        desk.update("UPDATE worker SET notice_given_on = current_date WHERE id = ?::uuid", alix);
        Visitor person = new Visitor(desk.server, "/me/pin", sessions -> sessions.openHolder(desk.own.holder));
        String path = seen.noted(desk.member, alix, "HELPED", today(), "Range ses outils.");
        String id = ObservationFixture.id(path);
        assertThat(person.get("/me/seen").body()).contains("Range ses outils.", "avec de l’aide");

        person.post("/me/seen/" + id + "/objection", Map.of("said", "NOT_ME"));

        assertThat(person.get("/me/seen").body()).contains("Vous avez dit\u00a0: ce n’est pas moi.");
        assertThat(desk.member.get(path).body()).contains("Ce n’est pas moi", "ne compte plus");
        assertThat(desk.member.get(path).body()).doesNotContain(path + "/edit").contains(path + "/delete");
        assertThat(desk.member
                        .post(path + "/edit", seen.form("ALONE", today(), List.of(), "D’autres mots."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.member.get("/app/observations?said=objected").body()).contains(path);
        assertThat(desk.member.get("/app").body()).contains("href=\"/app/observations?said=objected\"");

        person.post("/me/seen/" + id + "/objection", Map.of("said", ""));

        assertThat(desk.member.get("/app/observations?said=objected").body()).doesNotContain(path);
    }

    @Test
    void thePersonsOwnWordsAreReadAtTheDeskAndAreTheirsToDelete() throws Exception {
        String alix = desk.own.ids.get("worker");
        desk.update("UPDATE worker SET holder_id = ? WHERE id = ?::uuid", desk.own.holder.value(), alix);
        Visitor person = new Visitor(desk.server, "/me/pin", sessions -> sessions.openHolder(desk.own.holder));
        assertThat(person.post("/me/words", Map.of("words", "a".repeat(501))).body())
                .contains("C’est trop long.", "a".repeat(501));

        person.post("/me/words", Map.of("words", "Je sais réparer un vélo."));

        assertThat(person.get("/me/words").body()).contains("Je sais réparer un vélo.", "Atelier Deux-Rives");
        assertThat(desk.member.get("/app/workers/" + alix).body()).contains("Je sais réparer un vélo.");

        person.post("/me/words/delete", Map.of());

        assertThat(desk.member.get("/app/workers/" + alix).body()).doesNotContain("réparer un vélo");
        assertThat(desk.count("own_words")).isZero();
    }

    @Test
    void aReopenedSpaceKeepsThePersonsOwnWordsBackAndOneThatIsGoneTakesNone() throws Exception {
        HolderId holder = desk.other.holder;
        Visitor person = new Visitor(desk.server, "/me/pin", sessions -> sessions.openHolder(holder));
        person.post("/me/words", Map.of("words", "Je sais souder."));
        desk.update(
                "UPDATE holder SET limited_to = ?, limited_until = now() + interval '7 days' WHERE id = ?",
                desk.other.organisation.value(),
                holder.value());

        assertThat(person.get("/me/words").body())
                .contains("Vos mots sont protégés")
                .doesNotContain("souder", "<textarea");
        person.post("/me/words", Map.of("words", "Autre chose."));
        person.post("/me/words/delete", Map.of());
        assertThat(desk.count("own_words WHERE holder_id = ? AND words = 'Je sais souder.'", holder.value()))
                .isEqualTo(1);

        desk.update(
                "UPDATE holder SET limited_to = NULL, limited_until = NULL, erased_at = now() WHERE id = ?",
                holder.value());
        desk.update("DELETE FROM own_words WHERE holder_id = ?", holder.value());
        person.post("/me/words", Map.of("words", "Trop tard."));
        assertThat(desk.count("own_words WHERE holder_id = ?", holder.value())).isZero();
    }

    @Test
    void anObservationIsActivityOfItsPerson() throws Exception {
        String alix = desk.person("Alix", "Active-Modèle");
        desk.update("UPDATE worker SET last_activity_on = '2020-01-01' WHERE id = ?::uuid", alix);
        seen.noted(desk.member, alix, "ALONE", today(), "Range ses outils.");
        assertThat(desk.count("worker WHERE id = ?::uuid AND last_activity_on > '2020-01-01'", alix))
                .isEqualTo(1);
    }
}
