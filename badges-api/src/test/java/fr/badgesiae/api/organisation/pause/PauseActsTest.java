package fr.badgesiae.api.organisation.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a pause takes effect: by a second administrator, by its day, by the operator. */
class PauseActsTest {
    private TestPlatform setup;
    private Platform platform;
    private OrganisationId network;
    private OrganisationId organisation;
    private AccountId admin;
    private AskPause ask;
    private ApplyDuePauses job;
    private ConfirmPause confirm;
    private WithdrawPause withdraw;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        network = setup.organisation("Réseau Exemple");
        organisation = setup.organisation("Atelier Exemple");
        admin = administrator();
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                                + " VALUES (gen_random_uuid(), ?, ?, now(), '2026-01-05')",
                        network.value(),
                        organisation.value()));
        RecordPause record = new RecordPause(platform.audit());
        ask = new AskPause(platform, record);
        job = new ApplyDuePauses(platform, record);
        confirm = new ConfirmPause(platform, record);
        withdraw = new WithdrawPause(platform, record);
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private AccountId administrator() {
        AccountId account = setup.member(network);
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE membership SET role = 'NETWORK_ADMIN' WHERE account_id = ?", account.value()));
        return account;
    }

    private void ask() {
        ask.apply(network, admin, organisation, PauseReason.INFORMATION, "");
    }

    private String state() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT state FROM network_membership")
                        .mapTo(String.class)
                        .one());
    }

    private @Nullable Instant due() {
        return platform.database()
                .inOrganisation(organisation, handle -> Pauses.of(handle, organisation))
                .asked()
                .map(AskedPause::due)
                .orElse(null);
    }

    private Instant asked() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT pause_asked_at FROM network_membership")
                        .mapTo(OffsetDateTime.class)
                        .one()
                        .toInstant());
    }

    private long audited(PauseAudit code) {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM audit_event WHERE code = ? AND subject_id = ? AND organisation_id = ?",
                                code.name(),
                                organisation.value(),
                                organisation.value())
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void ofAnOnlyAdministratorItTakesEffectAfterADay() {
        ask();
        assertThat(due()).isEqualTo(platform.clock().instant().plus(Duration.ofHours(24)));
        setup.clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(job.apply()).isZero();
        assertThat(state()).isEqualTo("ACTIVE");
        setup.clock().advance(Duration.ofSeconds(1));
        assertThat(job.apply()).isEqualTo(1);
        assertThat(job.apply()).isZero();
        assertThat(state()).isEqualTo("SUSPENDED");
        assertThat(audited(PauseAudit.PAUSE_ASKED)).isEqualTo(1);
        assertThat(audited(PauseAudit.ORGANISATION_PAUSED)).isEqualTo(1);
    }

    @Test
    void withdrawnBeforeItsDayItNeverTakesEffect() {
        ask();
        withdraw.apply(network, admin, organisation);
        setup.clock().advance(Duration.ofDays(2));
        assertThat(job.apply()).isZero();
        assertThat(state()).isEqualTo("ACTIVE");
        assertThat(audited(PauseAudit.PAUSE_WITHDRAWN)).isEqualTo(1);
    }

    @Test
    void whereThereAreTwoItWaitsForTheSecondHoweverLong() {
        AccountId second = administrator();
        ask();
        assertThat(due()).isNull();
        setup.clock().advance(Duration.ofDays(30));
        assertThat(job.apply()).isZero();
        assertThatThrownBy(() -> confirm.apply(network, admin, organisation, asked()))
                .isInstanceOf(ProblemException.class);
        confirm.apply(network, second, organisation, asked());
        assertThat(state()).isEqualTo("SUSPENDED");
        assertThat(audited(PauseAudit.ORGANISATION_PAUSED)).isEqualTo(1);
    }

    @Test
    void whenTheSecondLeavesItGetsItsDay() {
        AccountId second = administrator();
        ask();
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE membership SET state = 'DEACTIVATED', deactivated_at = now() WHERE account_id = ?",
                        second.value()));
        assertThat(job.apply()).isZero();
        assertThat(due()).isEqualTo(platform.clock().instant().plus(Duration.ofHours(24)));
        setup.clock().advance(Duration.ofHours(24));
        assertThat(job.apply()).isEqualTo(1);
    }

    @Test
    void anotherRequestIsNotTheOneThatWasRead() {
        AccountId second = administrator();
        ask();
        Instant first = asked();
        withdraw.apply(network, admin, organisation);
        setup.clock().advance(Duration.ofSeconds(1));
        ask();
        assertThatThrownBy(() -> confirm.apply(network, second, organisation, first))
                .isInstanceOf(ProblemException.class);
        assertThat(state()).isEqualTo("ACTIVE");
    }

    @Test
    void theOperatorPausesAtOnceAndItIsRecorded() {
        ask();
        PauseAtOnce atOnce = new PauseAtOnce(platform);
        assertThat(atOnce.apply(organisation, PauseReason.ACCESS_AT_RISK, "Changer les mots de passe."))
                .isTrue();
        assertThat(state()).isEqualTo("SUSPENDED");
        assertThat(audited(PauseAudit.ORGANISATION_PAUSED_BY_OPERATOR)).isEqualTo(1);
        assertThat(atOnce.apply(organisation, PauseReason.ACCESS_AT_RISK, "")).isFalse();
        assertThat(atOnce.apply(new OrganisationId(UUID.randomUUID()), PauseReason.AGREEMENT, ""))
                .isFalse();
        assertThat(job.apply()).isZero();
    }
}
