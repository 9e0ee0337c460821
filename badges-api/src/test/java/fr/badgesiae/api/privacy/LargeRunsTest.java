package fr.badgesiae.api.privacy;

import static fr.badgesiae.api.privacy.RetentionSetup.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.person.PersonId;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run over a large part of an organisation waits for an answer. */
class LargeRunsTest {
    @RegisterExtension
    final RetentionSetup files = new RetentionSetup();

    private void runThatAsks() {
        for (int i = 0; i < 3; i++) {
            files.lastActive(LONG_AGO);
        }
        files.fixture.dueFiles.apply();
        files.days(30);
        assertThat(files.fixture.dueFiles.apply()).isZero();
    }

    @Test
    void aRunOverAFifthOfTheOrganisationErasesNothingAndAsksOnce() {
        runThatAsks();
        assertThat(files.fixture.dueFiles.apply()).isZero();
        assertThat(files.fixture.claims.count("erasure_run WHERE files = 3 AND living = 12 AND confirmed_at IS NULL"))
                .isEqualTo(1);
        assertThat(files.fixture.claims.count("audit_event WHERE code = 'ERASURE_RUN_STOPPED'"))
                .isEqualTo(1);
    }

    private UUID run() {
        return files.fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT id FROM erasure_run WHERE replaced_at IS NULL")
                        .mapTo(UUID.class)
                        .one());
    }

    @Test
    void aRunWhoseFiguresGrowIsAskedAnewUnderAnotherId() {
        runThatAsks();
        UUID read = run();
        files.set(
                files.lastActive(LONG_AGO),
                "erasure_announced_on",
                files.today().minusDays(30));

        assertThat(files.fixture.dueFiles.apply()).isZero();

        assertThat(files.fixture.claims.count(
                        "erasure_run WHERE id = ? AND replaced_at IS NOT NULL AND files = 3", read))
                .isEqualTo(1);
        assertThat(files.fixture.claims.count("erasure_run WHERE id = ? AND files = 4 AND living = 13", run()))
                .isEqualTo(1);
        assertThat(files.fixture.claims.count("audit_event WHERE code = 'ERASURE_RUN_STOPPED'"))
                .isEqualTo(2);
    }

    @Test
    void aRunWhoseFiguresShrinkKeepsItsId() {
        runThatAsks();
        UUID read = run();
        files.fixture.claims.owner.useHandle(handle -> handle.execute("UPDATE erasure_run SET files = 4, living = 13"));

        assertThat(files.fixture.dueFiles.apply()).isZero();

        assertThat(files.fixture.claims.count("erasure_run WHERE id = ? AND files = 3 AND living = 12", read))
                .isEqualTo(1);
    }

    @Test
    void aConfirmedRunErasesTheFilesThatWereDueThen() {
        runThatAsks();
        LocalDate due = files.today();
        files.fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE erasure_run SET confirmed_at = now(), confirmed_by = ?",
                files.fixture.claims.counsellor.value()));
        PersonId later = files.lastActive(due.minusMonths(24).plusDays(1));
        files.set(later, "erasure_announced_on", due.minusDays(30));
        files.days(1);

        assertThat(files.fixture.dueFiles.apply()).isEqualTo(3);

        assertThat(files.fixture.erased(later)).isFalse();
        assertThat(files.fixture.claims.count("erasure_run WHERE done_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void aFifthOfTheOrganisationIsNotAsked() {
        files.lastActive(LONG_AGO);
        files.fixture.dueFiles.apply();
        files.days(30);
        assertThat(files.fixture.dueFiles.apply()).isEqualTo(1);
    }
}
