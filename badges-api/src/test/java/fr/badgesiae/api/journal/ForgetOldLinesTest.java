package fr.badgesiae.api.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.platform.personal.Retention;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audit lines go after their time, and not before. */
class ForgetOldLinesTest {
    private ClaimFixture fixture;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        fixture.owner.useHandle(handle -> handle.execute("DELETE FROM audit_event"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void line(String code, String age) {
        fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)"
                        + " VALUES (now() - ?::interval, ?, 'ACCOUNT', ?, ?, ?)",
                age,
                fixture.organisation.value(),
                fixture.counsellor.value(),
                code,
                UUID.randomUUID()));
    }

    private List<String> left() {
        return fixture.owner.withHandle(handle -> handle.createQuery("SELECT code FROM audit_event ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    @Test
    void aLineGoesAfterItsYearsAndASignInAfterItsMonths() {
        line("OFFER_MADE", Retention.JOURNAL_YEARS + " years 1 day");
        line("SIGNED_IN", Retention.SIGN_IN_MONTHS + " months 1 day");
        line("SIGN_IN_FAILED", Retention.SIGN_IN_MONTHS + " months 1 day");
        line("WORKER_CREATED", Retention.JOURNAL_YEARS * 12 - 1 + " months");
        line("SIGNED_OUT", Retention.SIGN_IN_MONTHS - 1 + " months");

        new ForgetOldLines(fixture.platform.database()).apply();

        assertThat(left()).containsExactly("WORKER_CREATED", "SIGNED_OUT");
    }

    @Test
    void manyLinesGoInBatches() {
        fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO audit_event (created_at, organisation_id, actor_kind, code, subject_id)"
                        + " SELECT now() - interval '6 years', ?, 'SYSTEM', 'KEY_USED', gen_random_uuid()"
                        + " FROM generate_series(1, 10001)",
                fixture.organisation.value()));

        new ForgetOldLines(fixture.platform.database()).apply();

        assertThat(left()).isEmpty();
    }
}
