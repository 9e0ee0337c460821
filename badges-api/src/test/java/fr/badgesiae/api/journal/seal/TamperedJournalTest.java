package fr.badgesiae.api.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.journal.seal.Finding.Kind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody changes who may write every table, and has no key. */
class TamperedJournalTest {
    private SealFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SealFixture();
        for (int minute = 0; minute < 3; minute++) {
            fixture.write(fixture.ours, "OFFER_MADE", "SIGNED_IN", "OFFER_CANCELLED", "CREDENTIAL_REVOKED");
            fixture.write(fixture.other, "OFFER_MADE");
            fixture.minute();
        }
        assertThat(fixture.report().sound()).isTrue();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static final String ONE = "WHERE id = (SELECT id FROM audit_event WHERE organisation_id = ? AND code = ?"
            + " ORDER BY id OFFSET 1 LIMIT 1)";

    private void soundElsewhere() {
        assertThat(fixture.kinds(fixture.other)).isEmpty();
        assertThat(fixture.ofInstallation()).isEmpty();
    }

    @Test
    void aLineThatIsGoneFromTheMiddleIsFound() {
        fixture.tamper("DELETE FROM audit_event " + ONE, fixture.ours.value(), "OFFER_CANCELLED");

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.LINES_REMOVED);
        assertThat(fixture.chain(fixture.ours).findings().get(0).toString())
                .isEqualTo("LINES_REMOVED round 2 of 2026-11-02T09:02:00Z (3 sealed, 2 there)");
        soundElsewhere();
    }

    @Test
    void aSignInThatIsGoneIsFoundToo() {
        fixture.tamper("DELETE FROM audit_event " + ONE, fixture.ours.value(), "SIGNED_IN");

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.LINES_REMOVED);
    }

    @Test
    void aLineThatWasRewrittenIsFoundWhicheverColumnItIs() {
        for (String change : List.of(
                "code = 'OFFER_EXPIRED'",
                "created_at = created_at - interval '1 second'",
                "subject_id = gen_random_uuid()",
                "actor_kind = 'ACCOUNT', actor_id = gen_random_uuid()")) {
            String before = "CREATE TABLE before AS SELECT * FROM audit_event";
            fixture.tamper(before);
            fixture.tamper("UPDATE audit_event SET " + change + " " + ONE, fixture.ours.value(), "OFFER_CANCELLED");
            assertThat(fixture.kinds(fixture.ours)).as(change).containsExactly(Kind.LINES_CHANGED);
            fixture.tamper("UPDATE audit_event e SET code = b.code, created_at = b.created_at, subject_id = b.subject_id,"
                    + " actor_kind = b.actor_kind, actor_id = b.actor_id FROM before b WHERE b.id = e.id");
            fixture.tamper("DROP TABLE before");
            assertThat(fixture.report().sound()).as("put back").isTrue();
        }
    }

    @Test
    void aLineThatWasGivenToAnotherOrganisationIsFoundAtBoth() {
        fixture.tamper(
                "UPDATE audit_event SET organisation_id = '" + fixture.other + "' " + ONE,
                fixture.ours.value(),
                "OFFER_CANCELLED");

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.LINES_REMOVED);
        assertThat(fixture.kinds(fixture.other)).containsExactly(Kind.LINES_ADDED);
    }

    @Test
    void aLineThatWasAddedToThePastIsFound() {
        fixture.tamper(
                "INSERT INTO audit_event (created_at, organisation_id, actor_kind, code, subject_id, xact)"
                        + " SELECT created_at, organisation_id, 'SYSTEM', code, gen_random_uuid(), xact FROM audit_event " + ONE,
                fixture.ours.value(),
                "OFFER_MADE");

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.LINES_ADDED);
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
    void aHeadThatWasRewrittenForFewerLinesIsFound() {
        fixture.tamper("DELETE FROM audit_event " + ONE, fixture.ours.value(), "OFFER_CANCELLED");
        fixture.tamper("UPDATE audit_head SET lines = 2 WHERE organisation_id = ? AND round = 2", fixture.ours.value());

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.HEAD_CHANGED, Kind.LINES_CHANGED);
    }

    @Test
    void aDayIsSignedOnceItIsOverAndCannotBeAnother() {
        fixture.signDays();
        assertThat(fixture.module.days().apply()).as("the day lasts").isEmpty();
        fixture.setup.clock().advance(java.time.Duration.ofDays(1));
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
        fixture.tamper("DELETE FROM audit_day");
        assertThat(fixture.report(day).installation()).extracting(Finding::kind).containsExactly(Kind.DAY_MISSING);
    }

    @Test
    void oneOrganisationIsVerifiedAlone() {
        fixture.tamper("DELETE FROM audit_event " + ONE, fixture.ours.value(), "OFFER_CANCELLED");

        VerifySeal verify = fixture.module.verify();
        assertThat(verify.apply(java.util.Optional.of(fixture.other), List.of()).orElseThrow().sound())
                .isTrue();
        assertThat(verify.apply(
                        java.util.Optional.of(new fr.badgesiae.api.platform.OrganisationId(UUID.randomUUID())), List.of()))
                .isEmpty();
    }
}
