package fr.badgesiae.api.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.journal.seal.Finding.Kind;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody changes who may write every table, and has no key. */
class TamperedJournalTest {
    private static SealFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new SealFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void write() {
        fixture.freshOrganisations();
        fixture.threeMinutes();
        assertThat(fixture.ofInstallation()).isEmpty();
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
                .matches("LINES_REMOVED round \\d+ of 2026-11-02T09:\\d\\d:00Z \\(3 sealed, 2 there\\)");
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
            fixture.tamper(
                    "UPDATE audit_event e SET code = b.code, created_at = b.created_at, subject_id = b.subject_id,"
                            + " actor_kind = b.actor_kind, actor_id = b.actor_id FROM before b WHERE b.id = e.id");
            fixture.tamper("DROP TABLE before");
            assertThat(fixture.kinds(fixture.ours)).as("put back").isEmpty();
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
                        + " SELECT created_at, organisation_id, 'SYSTEM', code, gen_random_uuid(), xact FROM audit_event "
                        + ONE,
                fixture.ours.value(),
                "OFFER_MADE");

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.LINES_ADDED);
    }

    @Test
    void aHeadThatWasRewrittenForFewerLinesIsFound() {
        fixture.tamper("DELETE FROM audit_event " + ONE, fixture.ours.value(), "OFFER_CANCELLED");
        fixture.tamper(
                "UPDATE audit_head SET lines = 2 WHERE organisation_id = ? AND number = 2", fixture.ours.value());

        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.HEAD_CHANGED, Kind.LINES_CHANGED);
    }

    private void plant(String xact) {
        fixture.tamper(
                "INSERT INTO audit_event (created_at, organisation_id, actor_kind, code, subject_id, xact)"
                        + " VALUES ('2020-01-01', ?, 'SYSTEM', 'OFFER_MADE', gen_random_uuid(), " + xact + ")",
                fixture.ours.value());
    }

    private List<String> found() {
        return fixture.kinds(fixture.ours).stream().map(Enum::name).toList();
    }

    @Test
    void aLineWrittenIntoThePastIsFoundAndExcusesNoOther() {
        plant("9000000000000000000");
        assertThat(found()).as("it would wait for ever").containsExactly("LINES_BACKDATED");
        fixture.tamper("DELETE FROM audit_event WHERE created_at = '2020-01-01'");
        plant("CAST(CAST(pg_current_xact_id() AS text) AS bigint)");
        fixture.write(fixture.ours, "CREDENTIAL_REVOKED");
        fixture.minute();
        assertThat(found()).as("sealed by our own job").containsExactly("LINES_BACKDATED");

        fixture.tamper(
                "DELETE FROM audit_event WHERE organisation_id = ? AND xact >="
                        + " (SELECT min(xact) FROM audit_event WHERE created_at = '2020-01-01')",
                fixture.ours.value());
        assertThat(found()).containsExactly("LINES_REMOVED");
        soundElsewhere();
    }

    @Test
    void oneOrganisationIsVerifiedAlone() {
        fixture.tamper("DELETE FROM audit_event " + ONE, fixture.ours.value(), "OFFER_CANCELLED");

        VerifySeal verify = fixture.module.verify();
        assertThat(verify.apply(Optional.of(fixture.other), List.of())
                        .orElseThrow()
                        .sound())
                .isTrue();
        assertThat(verify.apply(Optional.of(fixture.ours), List.of())
                        .orElseThrow()
                        .sound())
                .isFalse();
        assertThat(verify.apply(Optional.of(new OrganisationId(UUID.randomUUID())), List.of()))
                .isEmpty();
    }
}
