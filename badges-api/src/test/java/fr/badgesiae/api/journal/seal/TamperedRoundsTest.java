package fr.badgesiae.api.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.journal.seal.Finding.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heads, rounds and days that somebody removes or changes who has no key. */
class TamperedRoundsTest {
    private SealFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SealFixture();
        fixture.threeMinutes();
        assertThat(fixture.report().sound()).isTrue();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theLastLinesCannotGoWithTheirHead() {
        fixture.tamper(
                "DELETE FROM audit_event WHERE organisation_id = ? AND xact = (SELECT max(xact) FROM audit_event e"
                        + " WHERE e.organisation_id = ?)",
                fixture.ours.value(),
                fixture.ours.value());
        fixture.tamper("DELETE FROM audit_head WHERE organisation_id = ? AND round = 3", fixture.ours.value());

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.HEAD_REMOVED);
        assertThat(fixture.ofInstallation()).containsExactly(Kind.ROUND_CHANGED);
        assertThat(fixture.kinds(fixture.other)).isEmpty();

        fixture.write(fixture.ours, "OFFER_MADE");
        fixture.minute();
        assertThat(fixture.kinds(fixture.ours)).as("later heads do not hide it").contains(Kind.HEAD_REMOVED);
    }

    @Test
    void theEndCannotGoWithItsRoundEither() {
        fixture.tamper("DELETE FROM audit_event WHERE xact > (SELECT until_xact FROM audit_round WHERE number = 2)");
        fixture.tamper("DELETE FROM audit_round WHERE number = 3");
        assertThat(fixture.ofInstallation()).containsExactly(Kind.END_CUT);

        fixture.tamper("UPDATE audit_tip t SET round = r.number, until_xact = r.until_xact, until_id = r.until_id,"
                + " digest = r.digest FROM audit_round r WHERE r.number = 2");
        assertThat(fixture.ofInstallation()).as("its digest takes the key").containsExactly(Kind.END_CUT);

        fixture.tamper("TRUNCATE audit_tip");
        assertThat(fixture.ofInstallation()).containsExactly(Kind.END_CUT);
        fixture.module.prepare();
        assertThat(fixture.ofInstallation()).containsExactly(Kind.END_CUT);
    }

    @Test
    void aDayIsSignedOnceItIsOverAndCannotBeAnother() {
        fixture.signDays();
        assertThat(fixture.module.days().apply()).as("the day lasts").isEmpty();
        fixture.setup.clock().advance(Duration.ofDays(1));
        fixture.signDays();
        fixture.signDays();
        String day = fixture.module.days().apply().get(0);
        assertThat(fixture.module.days().apply()).containsExactly(day);
        assertThat(day).startsWith("2026-11-02 eyJ");
        assertThat(fixture.report(day).sound()).isTrue();
        assertThat(fixture.report("2026-11-02 another").installation())
                .extracting(Finding::kind)
                .containsExactly(Kind.DAY_MISSING);

        fixture.tamper("UPDATE audit_day SET round = 2");
        assertThat(fixture.ofInstallation()).containsExactly(Kind.SIGNATURE_WRONG);
        fixture.tamper("TRUNCATE audit_round CASCADE");
        fixture.tamper("UPDATE audit_tip SET round = 0, until_xact = 0, until_id = 0, digest = NULL");
        fixture.minute();
        assertThat(fixture.report().sound())
                .as("nothing in the tables says it was sealed before")
                .isTrue();
        fixture.setup.clock().advance(Duration.ofDays(1));
        fixture.signDays();
        assertThat(fixture.report(day).installation())
                .as("days after it do not hide it")
                .extracting(Finding::kind)
                .containsExactly(Kind.DAY_MISSING);
    }
}
