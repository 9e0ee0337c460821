package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.batch.BatchModule;
import fr.badgesiae.api.edition.text.ReplaceText;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A text that is replaced while signatures are late, or by two at once: signed once, never lost, valid meanwhile. */
class ReplacedTextLateTest {
    @RegisterExtension
    static final PublicBadges setting = new PublicBadges();

    private static final String CRITERIA = "Peindre un mur, sans coulure.";

    private CredentialId badge;
    private AchievementVersionId newest;

    @BeforeEach
    void publishANewVersion() {
        badge = setting.badge;
        newest = new AchievementVersionId(UUID.randomUUID());
        setting.badges.execute(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type, image,"
                        + " created_at) SELECT ?, achievement_id, organisation_id, version + 1,"
                        + " jsonb_set(content, '{criteria}', to_jsonb(?::text)), image_type, image, now()"
                        + " FROM achievement_version WHERE organisation_id = ? ORDER BY version DESC LIMIT 1",
                newest.value(),
                CRITERIA,
                setting.organisation.value());
    }

    @AfterEach
    void offerTheFirstVersionAgain() {
        release(true);
        setting.badges.execute(
                "UPDATE credential SET achievement_version_id = NULL WHERE organisation_id = ?",
                setting.organisation.value());
        setting.badges.execute(
                "DELETE FROM achievement_version WHERE organisation_id = ? AND version > 1",
                setting.organisation.value());
    }

    /** Whether the database takes what is signed. */
    private void release(boolean taken) {
        setting.badges.execute("DROP TRIGGER IF EXISTS no_release ON credential");
        setting.badges.execute("""
                CREATE OR REPLACE FUNCTION no_release() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION ''the disk is full''; END'
                """);
        if (!taken) {
            setting.badges.execute("""
                    CREATE TRIGGER no_release BEFORE UPDATE ON credential FOR EACH ROW
                    WHEN (OLD.state = 'PREPARED' AND NEW.state = 'ISSUED') EXECUTE FUNCTION no_release()
                    """);
        }
    }

    private ReplaceText.Outcome replace() {
        return setting.server
                .features()
                .edition()
                .replaceText()
                .apply(setting.organisation, badge, newest, setting.badges.counsellor());
    }

    private void finish() {
        setting.badges.execute(
                "UPDATE credential SET lease_until = now() - interval '1 minute' WHERE state = 'PREPARED'");
        setting.server.features().all().stream()
                .filter(BatchModule.class::isInstance)
                .flatMap(batch -> batch.jobs().stream())
                .map(Job::act)
                .forEach(Runnable::run);
    }

    private long editions(String state) {
        return setting.badges.count(
                "credential WHERE state = '" + state
                        + "' AND award_id = (SELECT award_id FROM credential WHERE id = ?)",
                badge.value());
    }

    private String current() {
        return setting.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT d.document FROM credential c JOIN credential n ON n.award_id = c.award_id"
                                        + " AND n.edition = 1 JOIN credential_document d ON d.credential_id = n.id"
                                        + " WHERE c.id = ?",
                                badge.value())
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void whatIsRecordedIsSignedLaterAndTheFormerStandsMeanwhile() {
        release(false);
        assertThat(replace()).isEqualTo(ReplaceText.Outcome.RECORDED);
        assertThat(replace()).isEqualTo(ReplaceText.Outcome.BEING_SIGNED);
        assertThat(editions("ISSUED")).isEqualTo(1);
        assertThat(editions("PREPARED")).isEqualTo(1);
        assertThat(current()).doesNotContain(CRITERIA);

        release(true);
        finish();
        assertThat(editions("PREPARED")).isZero();
        assertThat(editions("ISSUED")).isEqualTo(1);
        assertThat(editions("REVOKED")).isEqualTo(1);
        assertThat(current()).contains(CRITERIA);
        finish();
        assertThat(editions("ISSUED")).as("signed once").isEqualTo(1);
        assertThatThrownBy(this::replace).as("another stands in its place").isInstanceOf(ProblemException.class);
    }

    @Test
    void ofTwoMembersAtOnceOneReplacesIt() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<ReplaceText.Outcome>> both = two.invokeAll(List.of(this::replace, this::replace));
            long done = 0;
            for (Future<ReplaceText.Outcome> each : both) {
                try {
                    done += each.get() == ReplaceText.Outcome.DONE ? 1 : 0;
                } catch (ExecutionException gone) {
                    assertThat(gone).hasCauseInstanceOf(ProblemException.class);
                }
            }
            assertThat(done).isOne();
        } finally {
            two.shutdown();
        }
        assertThat(editions("ISSUED")).isEqualTo(1);
        assertThat(editions("REVOKED")).isEqualTo(1);
        assertThat(current()).contains(CRITERIA);
    }

    /** The pause gives the replacement up: nothing of a paused badge may be released. */
    @Test
    void aBadgeThatIsPausedBeforeTheReleaseComesBackInOneText() throws Exception {
        release(false);
        assertThat(replace()).isEqualTo(ReplaceText.Outcome.RECORDED);
        Visitor desk = new Visitor(
                setting.server,
                "/app/workers/new",
                sessions -> sessions.openDesk(setting.organisation, setting.badges.counsellor()));
        desk.post("/app/credentials/" + badge + "/pause", Map.of("reason", "PAUSED_TO_CHECK"));
        release(true);
        finish();
        assertThat(editions("ISSUED")).as("paused").isZero();
        desk.post("/app/credentials/" + badge + "/resume", Map.of());
        assertThat(editions("ISSUED")).isEqualTo(1);
        assertThat(editions("PREPARED")).isZero();
        assertThat(current()).doesNotContain(CRITERIA);
    }
}
