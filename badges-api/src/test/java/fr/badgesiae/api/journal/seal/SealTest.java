package fr.badgesiae.api.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.journal.seal.Finding.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each minute an organisation's new lines get a head, in whichever order they are committed. */
class SealTest {
    private SealFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SealFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOrganisationGetsAHeadForEachMinuteWithLines() {
        fixture.write(fixture.ours, "OFFER_MADE", "SIGNED_IN");
        fixture.write(fixture.other, "OFFER_MADE");
        fixture.minute();
        fixture.minute();
        fixture.write(fixture.ours, "OFFER_CANCELLED");
        fixture.minute();
        fixture.write(fixture.ours, "SIGNED_OUT");

        SealReport report = fixture.report();

        assertThat(report.sound()).isTrue();
        assertThat(fixture.chain(fixture.ours))
                .satisfies(chain -> assertThat(chain.heads()).isEqualTo(2))
                .satisfies(chain -> assertThat(chain.lines()).isEqualTo(3))
                .satisfies(chain -> assertThat(chain.waiting()).isEqualTo(1));
        assertThat(fixture.chain(fixture.other).heads()).isEqualTo(1);
        assertThat(fixture.chain(SealDao.NOBODY).lines())
                .as("keys of the platform")
                .isEqualTo(2);
        assertThat(fixture.count("audit_round"))
                .as("none for a minute without lines")
                .isEqualTo(2);
    }

    /** A line that is committed late, with an id below those that are sealed. */
    @Test
    void aTransactionThatEndsAfterTheHeadIsInTheNextOne() {
        try (Handle late = fixture.owner.open()) {
            late.begin();
            fixture.write(late, fixture.ours, "OFFER_MADE");
            fixture.write(fixture.ours, "OFFER_CANCELLED");
            fixture.busyMinute();
            assertThat(fixture.chain(fixture.ours).lines())
                    .as("they wait for the older one")
                    .isZero();
            fixture.write(fixture.ours, "OFFER_DECLINED");
            late.commit();
        }
        fixture.minute();

        assertThat(fixture.report().sound()).isTrue();
        assertThat(fixture.chain(fixture.ours).lines()).isEqualTo(3);
        assertThat(fixture.chain(fixture.ours).waiting()).isZero();
    }

    /** The id was taken first, the transaction began to write last. */
    @Test
    void aLineWithALowIdOfALateTransactionIsSealedToo() {
        fixture.write(fixture.ours, "OFFER_MADE");
        fixture.minute();
        fixture.tamper(
                "INSERT INTO audit_event (id, created_at, organisation_id, actor_kind, code, subject_id)"
                        + " OVERRIDING SYSTEM VALUE VALUES (-5, '2026-11-02T09:00:00Z', ?, 'SYSTEM', 'OFFER_CANCELLED', gen_random_uuid())",
                fixture.ours.value());
        fixture.minute();

        assertThat(fixture.report().sound()).isTrue();
        assertThat(fixture.chain(fixture.ours).lines()).isEqualTo(2);
    }

    @Test
    void twoNodesMakeOneHead() {
        fixture.write(fixture.ours, "OFFER_MADE");
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        fixture.settle();
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(node -> CompletableFuture.runAsync(
                                () -> new SealModule(fixture.platform, fixture.keys.signingKeys())
                                        .jobs()
                                        .get(0)
                                        .act()
                                        .run()))
                        .toArray(CompletableFuture[]::new))
                .join();
        fixture.write(fixture.ours, "OFFER_CANCELLED");
        fixture.seal();

        assertThat(fixture.count("audit_round"))
                .as("the next head is a minute away")
                .isEqualTo(1);
        assertThat(fixture.report().sound()).isTrue();
    }

    @Test
    void manyLinesAreSealedInRoundsOfOneRun() {
        fixture.tamper(
                "INSERT INTO audit_event (created_at, organisation_id, actor_kind, code, subject_id)"
                        + " SELECT timestamptz '2026-11-02T09:00:00Z', ?, 'SYSTEM', 'KEY_USED', gen_random_uuid() FROM generate_series(1, 25)",
                fixture.ours.value());
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        fixture.settle();
        new SealLines(fixture.platform, new Digests(fixture.platform.vault()), 10).apply();

        assertThat(fixture.report().sound()).isTrue();
        assertThat(fixture.chain(fixture.ours).heads()).isEqualTo(3);
        assertThat(fixture.chain(fixture.ours).waiting()).isZero();
    }

    /** Transactions of a new cluster are counted from the start. */
    @Test
    void aDatabaseThatMovedToAnotherClusterIsSealedOn() {
        fixture.tamper("ALTER SEQUENCE audit_event_id_seq RESTART WITH 1000");
        fixture.write(fixture.ours, "OFFER_MADE", "OFFER_CANCELLED");
        fixture.minute();
        fixture.write(fixture.ours, "OFFER_DECLINED");
        fixture.tamper("UPDATE audit_event SET xact = xact + 1000000000");
        fixture.tamper("UPDATE audit_round SET until_xact = until_xact + 1000000000");
        fixture.tamper(
                "UPDATE audit_tip SET until_xact = until_xact + 1000000000, target_xact = target_xact + 1000000000");

        fixture.module.prepare();
        fixture.write(fixture.ours, "OFFER_EXPIRED");
        fixture.minute();
        fixture.minute();

        assertThat(fixture.report().sound()).isTrue();
        assertThat(fixture.chain(fixture.ours).lines()).isEqualTo(4);
        assertThat(fixture.module.healthChecks().get("audit-seal").execute().isHealthy())
                .isTrue();
    }

    @Test
    void theHealthCheckIsRedOnceTenMinutesAreNotSealed() {
        var check = fixture.module.healthChecks().get("audit-seal");
        fixture.minute();
        fixture.minute();
        assertThat(check.execute().isHealthy()).isTrue();
        try (Handle late = fixture.owner.open()) {
            late.begin();
            fixture.write(late, fixture.ours, "OFFER_MADE");
            for (int minute = 0; minute < 12; minute++) {
                fixture.busyMinute();
            }
            assertThat(check.execute().isHealthy()).as("a transaction runs").isFalse();
            late.commit();
        }
        fixture.minute();
        fixture.minute();
        assertThat(check.execute().isHealthy()).isTrue();
        fixture.setup.clock().advance(Duration.ofMinutes(11));
        assertThat(check.execute().isHealthy()).as("no job runs").isFalse();
    }

    @Test
    void linesPastTheirTimeMayBeGoneAndTheirRoundsAfterThem() {
        fixture.tamper(
                "INSERT INTO audit_event (created_at, organisation_id, actor_kind, code, subject_id)"
                        + " VALUES ('2025-10-30', ?, 'SYSTEM', 'SIGNED_IN', gen_random_uuid())",
                fixture.ours.value());
        fixture.write(fixture.ours, "OFFER_MADE");
        fixture.minute();
        fixture.tamper("DELETE FROM audit_event WHERE code = 'SIGNED_IN'");
        assertThat(fixture.report().sound()).isTrue();
        assertThat(fixture.chain(fixture.ours).forgotten()).isEqualTo(1);

        fixture.write(fixture.ours, "OFFER_CANCELLED");
        fixture.minute();
        fixture.setup.clock().advance(Duration.ofDays(366 * 6));
        fixture.write(fixture.ours, "OFFER_DECLINED");
        fixture.minute();
        fixture.tamper("DELETE FROM audit_event WHERE code <> 'OFFER_DECLINED'");
        fixture.tamper("DELETE FROM audit_round WHERE number = 1");
        assertThat(fixture.report().sound()).isTrue();
        assertThat(fixture.chain(fixture.ours).lines()).isEqualTo(1);
    }

    @Test
    void theFunctionThatForgetsKnowsTheSameSignIns() {
        String function = fixture.owner.withHandle(
                handle -> handle.select("SELECT prosrc FROM pg_proc WHERE proname = 'forget_audit'")
                        .mapTo(String.class)
                        .one());
        assertThat(function.split("'[A-Z_]+'", -1)).hasSize(SealedLine.SIGN_INS.size() + 1);
        assertThat(function).contains(SealedLine.SIGN_INS);
    }

    @Test
    void aBeginningThatIsNotPastItsTimeMayNotBeGone() {
        fixture.write(fixture.ours, "OFFER_MADE");
        fixture.minute();
        fixture.write(fixture.ours, "OFFER_CANCELLED");
        fixture.minute();
        fixture.tamper("DELETE FROM audit_event WHERE code <> 'OFFER_CANCELLED'");
        fixture.tamper("DELETE FROM audit_round WHERE number = 1");

        assertThat(fixture.ofInstallation()).containsExactly(Kind.ROUND_REMOVED);
        assertThat(fixture.kinds(fixture.ours)).containsExactly(Kind.HEAD_REMOVED);
    }
}
