package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.privacy.erasure.Cause;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a desk file and a space are announced and erased. Today is 2 November 2026. */
class RetentionTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 10, 1);

    private PrivacyFixture fixture;

    @BeforeEach
    void open() {
        fixture = new PrivacyFixture();
        // One file among enough others is no large part of the organisation.
        for (int i = 0; i < 9; i++) {
            fixture.lastActive(fixture.claims.person(), today());
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private LocalDate today() {
        return FrenchZone.PARIS.today(fixture.claims.platform.clock());
    }

    private PersonId lastActive(LocalDate day) {
        PersonId person = fixture.claims.person();
        fixture.lastActive(person, day);
        return person;
    }

    private LocalDate countsFrom(PersonId person) {
        return fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT counts_from_on FROM desk_file WHERE worker_id = ?", person.value())
                        .mapTo(LocalDate.class)
                        .one());
    }

    private void days(int days) {
        fixture.claims.setup.clock().advance(Duration.ofDays(days));
    }

    private void set(PersonId person, String column, LocalDate day) {
        fixture.claims.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET " + column + " = ? WHERE id = ?", day, person.value()));
    }

    private boolean announced(PersonId person) {
        return fixture.claims.count("worker WHERE id = ? AND erasure_announced_on IS NOT NULL", person.value()) == 1;
    }

    @Test
    void withoutAnEndTheLastActivityCounts() {
        PersonId person = lastActive(LONG_AGO);
        assertThat(countsFrom(person)).isEqualTo(LONG_AGO);
        fixture.pathway(person, LocalDate.of(2023, 1, 9), null);
        fixture.lastActive(person, LONG_AGO);
        assertThat(countsFrom(person)).isEqualTo(LONG_AGO);
    }

    @Test
    void theLastEndOfAPathwayCounts() {
        PersonId person = lastActive(today());
        fixture.pathway(person, LocalDate.of(2022, 1, 3), LocalDate.of(2023, 1, 2));
        fixture.pathway(person, LocalDate.of(2023, 1, 3), LONG_AGO);
        assertThat(countsFrom(person)).isEqualTo(LONG_AGO);
    }

    @Test
    void theEndOfTheContractCountsWhereItIsLater() {
        PersonId person = lastActive(today());
        set(person, "contract_ended_on", LONG_AGO);
        assertThat(countsFrom(person)).isEqualTo(LONG_AGO);
        fixture.pathway(person, LocalDate.of(2023, 1, 3), LONG_AGO.plusDays(10));
        assertThat(countsFrom(person)).isEqualTo(LONG_AGO.plusDays(10));
    }

    @Test
    void aPathwayThatGoesOnAfterTheContractIsNoEnd() {
        PersonId person = lastActive(today());
        set(person, "contract_ended_on", LONG_AGO);
        fixture.pathway(person, LONG_AGO.plusDays(3), null);
        assertThat(countsFrom(person)).isEqualTo(today());
    }

    @Test
    void offersPathwaysAndNamesAreActivityAndAnEndOfAnOfferIsNone() {
        PersonId person = fixture.claims.person();
        fixture.lastActive(person, LONG_AGO);
        OfferId offer = fixture.claims.offered(person);
        assertThat(countsFrom(person)).isEqualTo(today());
        fixture.lastActive(person, LONG_AGO);
        days(200);
        assertThat(fixture.claims.offers.expire().apply()).isPositive();
        assertThat(fixture.claims.state(offer).name()).isEqualTo("EXPIRED");
        assertThat(countsFrom(person)).isEqualTo(LONG_AGO);
        fixture.pathway(person, LocalDate.of(2026, 1, 5), null);
        assertThat(countsFrom(person)).isAfter(LONG_AGO);
    }

    @Test
    void aDueFileIsAnnouncedForThirtyDaysAndThenErased() {
        PersonId person = lastActive(LONG_AGO);

        assertThat(fixture.dueFiles.apply()).isZero();
        assertThat(announced(person)).isTrue();
        days(29);
        assertThat(fixture.dueFiles.apply()).isZero();
        days(1);
        assertThat(fixture.dueFiles.apply()).isEqualTo(1);

        assertThat(fixture.erased(person)).isTrue();
        assertThat(fixture.claims.audited("DESK_FILE_ERASED", person.value())).isEqualTo(1);
        assertThat(fixture.claims.count("erasure WHERE worker_id = ? AND reason = 'RETENTION'", person.value()))
                .isEqualTo(1);
    }

    @Test
    void aFileIsAnnouncedThirtyDaysBeforeItsTimeIsOver() {
        LocalDate ends = today().minusMonths(24).plusDays(30);
        PersonId person = lastActive(ends);
        PersonId later = lastActive(ends.plusDays(1));

        fixture.dueFiles.apply();

        assertThat(announced(person)).isTrue();
        assertThat(announced(later)).isFalse();
    }

    @Test
    void somethingNewWithdrawsTheAnnouncement() {
        PersonId person = lastActive(LONG_AGO);
        fixture.dueFiles.apply();
        fixture.claims.offered(person);
        days(31);

        assertThat(fixture.dueFiles.apply()).isZero();

        assertThat(announced(person)).isFalse();
    }

    @Test
    void aHoldStopsTheClock() {
        PersonId person = lastActive(LONG_AGO);
        fixture.dueFiles.apply();
        set(person, "erasure_held_on", today());
        days(40);
        assertThat(fixture.dueFiles.apply()).isZero();
        assertThat(announced(person)).isFalse();

        set(person, "erasure_held_on", null);
        fixture.dueFiles.apply();
        days(30);

        assertThat(fixture.dueFiles.apply()).isEqualTo(1);
    }

    private void runThatAsks() {
        for (int i = 0; i < 3; i++) {
            lastActive(LONG_AGO);
        }
        fixture.dueFiles.apply();
        days(30);
        assertThat(fixture.dueFiles.apply()).isZero();
    }

    @Test
    void aRunOverAFifthOfTheOrganisationErasesNothingAndAsksOnce() {
        runThatAsks();
        assertThat(fixture.dueFiles.apply()).isZero();
        assertThat(fixture.claims.count("erasure_run WHERE files = 3 AND living = 12 AND confirmed_at IS NULL"))
                .isEqualTo(1);
        assertThat(fixture.claims.count("audit_event WHERE code = 'ERASURE_RUN_STOPPED'"))
                .isEqualTo(1);
    }

    private UUID run() {
        return fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT id FROM erasure_run WHERE replaced_at IS NULL")
                        .mapTo(UUID.class)
                        .one());
    }

    @Test
    void aRunWhoseFiguresGrowIsAskedAnewUnderAnotherId() {
        runThatAsks();
        UUID read = run();
        set(lastActive(LONG_AGO), "erasure_announced_on", today().minusDays(30));

        assertThat(fixture.dueFiles.apply()).isZero();

        assertThat(fixture.claims.count("erasure_run WHERE id = ? AND replaced_at IS NOT NULL AND files = 3", read))
                .isEqualTo(1);
        assertThat(fixture.claims.count("erasure_run WHERE id = ? AND files = 4 AND living = 13", run()))
                .isEqualTo(1);
        assertThat(fixture.claims.count("audit_event WHERE code = 'ERASURE_RUN_STOPPED'"))
                .isEqualTo(2);
    }

    @Test
    void aRunWhoseFiguresShrinkKeepsItsId() {
        runThatAsks();
        UUID read = run();
        fixture.claims.owner.useHandle(handle -> handle.execute("UPDATE erasure_run SET files = 4, living = 13"));

        assertThat(fixture.dueFiles.apply()).isZero();

        assertThat(fixture.claims.count("erasure_run WHERE id = ? AND files = 3 AND living = 12", read))
                .isEqualTo(1);
    }

    @Test
    void aConfirmedRunErasesTheFilesThatWereDueThen() {
        runThatAsks();
        LocalDate due = today();
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE erasure_run SET confirmed_at = now(), confirmed_by = ?", fixture.claims.counsellor.value()));
        PersonId later = lastActive(due.minusMonths(24).plusDays(1));
        set(later, "erasure_announced_on", due.minusDays(30));
        days(1);

        assertThat(fixture.dueFiles.apply()).isEqualTo(3);

        assertThat(fixture.erased(later)).isFalse();
        assertThat(fixture.claims.count("erasure_run WHERE done_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void aFifthOfTheOrganisationIsNotAsked() {
        lastActive(LONG_AGO);
        fixture.dueFiles.apply();
        days(30);
        assertThat(fixture.dueFiles.apply()).isEqualTo(1);
    }

    private void opened(HolderId holder, LocalDate day) {
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET last_opened_at = ? WHERE id = ?",
                day.atStartOfDay().atOffset(ZoneOffset.UTC),
                holder.value()));
    }

    private boolean closed(HolderId holder) {
        return fixture.claims.count("holder WHERE id = ? AND erased_at IS NOT NULL", holder.value()) == 1;
    }

    @Test
    void aSpaceThatNobodyOpensForFiveYearsIsAnnouncedAndErased() {
        HolderId forgotten = fixture.holder(fixture.withBadge());
        HolderId used = fixture.holder(fixture.withBadge());
        fixture.otherSpaces(8);
        opened(forgotten, today().minusYears(5).plusDays(20));
        opened(used, today().minusYears(5).plusDays(40));

        assertThat(fixture.unopened.apply()).isZero();
        days(29);
        assertThat(fixture.unopened.apply()).isZero();
        days(2);
        assertThat(fixture.unopened.apply()).isEqualTo(1);

        assertThat(closed(forgotten)).isTrue();
        assertThat(closed(used)).isFalse();
    }

    @Test
    void openingASpaceEndsItsAnnouncement() {
        HolderId holder = fixture.holder(fixture.withBadge());
        opened(holder, LocalDate.of(2020, 1, 1));
        fixture.unopened.apply();
        assertThat(fixture.claims.count("holder WHERE closing_announced_on IS NOT NULL"))
                .isEqualTo(1);
        opened(holder, today());
        days(40);

        assertThat(fixture.unopened.apply()).isZero();

        assertThat(fixture.claims.count("holder WHERE closing_announced_on IS NOT NULL"))
                .isZero();
    }

    @Test
    void theDeskReadsWhoseSpaceWillBeClosed() {
        PersonId person = fixture.withBadge();
        opened(fixture.holder(person), LocalDate.of(2020, 1, 1));
        fixture.unopened.apply();
        fixture.claims.platform.database().inOrganisation(fixture.claims.organisation, handle -> {
            assertThat(handle.attach(RetentionDao.class).announced(fixture.claims.organisation.value(), 10))
                    .extracting(RetentionDao.AnnouncedRow::id)
                    .containsExactly(person.value());
            return true;
        });
    }

    @Test
    void whatWasErasedAtTheDeskIsNotCountedAgain() {
        PersonId person = lastActive(LONG_AGO);
        fixture.eraseFile.apply(fixture.file(person), Cause.request(Actor.SYSTEM));
        fixture.dueFiles.apply();
        days(31);
        assertThat(fixture.dueFiles.apply()).isZero();
    }
}
