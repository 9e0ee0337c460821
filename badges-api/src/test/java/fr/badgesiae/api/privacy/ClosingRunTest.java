package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.LogLines;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.privacy.erasure.ErasureKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stop of a run over all spaces, and the dry run of both jobs. Today is 2 November 2026. */
class ClosingRunTest {
    private PrivacyFixture fixture;

    @BeforeEach
    void open() {
        fixture = new PrivacyFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private LocalDate today() {
        return FrenchZone.PARIS.today(fixture.claims.platform.clock());
    }

    private void days(int days) {
        fixture.claims.setup.clock().advance(Duration.ofDays(days));
    }

    private HolderId forgotten(LocalDate opened) {
        return new HolderId(fixture.claims.owner.withHandle(handle -> handle.select(
                        "INSERT INTO holder (id, created_at, last_opened_at)"
                                + " VALUES (gen_random_uuid(), ?::date, ?::date) RETURNING id",
                        opened,
                        opened)
                .mapTo(UUID.class)
                .one()));
    }

    private boolean closed(HolderId holder) {
        return fixture.claims.count("holder WHERE id = ? AND erased_at IS NOT NULL", holder.value()) == 1;
    }

    private UUID run() {
        return fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT id FROM closing_run WHERE replaced_at IS NULL")
                        .mapTo(UUID.class)
                        .one());
    }

    /** Two of six spaces are due. */
    private HolderId stopped() {
        HolderId holder = forgotten(today().minusYears(6));
        forgotten(today().minusYears(6));
        fixture.otherSpaces(4);
        fixture.unopened.apply();
        days(30);
        assertThat(fixture.unopened.apply()).isZero();
        return holder;
    }

    @Test
    void aRunOverAFifthOfAllSpacesErasesNoneAndTellsTheOperator() {
        try (LogLines log = LogLines.open()) {
            HolderId holder = stopped();
            assertThat(fixture.unopened.apply()).isZero();

            assertThat(closed(holder)).isFalse();
            assertThat(fixture.claims.count("closing_run WHERE spaces = 2 AND living = 6 AND confirmed_at IS NULL"))
                    .isEqualTo(1);
            assertThat(fixture.claims.count("audit_event WHERE code = 'CLOSING_RUN_STOPPED'"))
                    .isEqualTo(1);
            assertThat(log.text()).contains("2 of 6 spaces").contains("erasures confirm");
            assertThat(new ClosingHealthCheck(fixture.claims.platform.database())
                            .execute()
                            .getMessage())
                    .contains("2 of 6", run().toString());
        }
    }

    @Test
    void aConfirmedRunClosesTheSpacesThatWereDueThen() {
        HolderId holder = stopped();
        HolderId later = forgotten(today().minusYears(5));
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET closing_announced_on = ?::date WHERE id = ?", today().minusDays(40), later.value()));
        UUID run = run();
        assertThat(confirm(run)).isEqualTo(new RunAnswer.Confirmed());
        assertThat(confirm(run)).isEqualTo(new RunAnswer.Gone());
        assertThat(new ClosingHealthCheck(fixture.claims.platform.database())
                        .execute()
                        .isHealthy())
                .isTrue();
        days(1);

        assertThat(fixture.unopened.apply()).isEqualTo(2);

        assertThat(closed(holder)).isTrue();
        assertThat(closed(later)).isFalse();
        assertThat(fixture.claims.count("closing_run WHERE done_at IS NOT NULL"))
                .isEqualTo(1);
        assertThat(fixture.claims.audited("CLOSING_RUN_CONFIRMED", run)).isEqualTo(1);
    }

    @Test
    void aConfirmedRunOfAClockThatWasAheadTakesNoMoreThanIsDueToday() {
        stopped();
        HolderId recent = forgotten(today().minusYears(4));
        fixture.claims.owner.useHandle(handle -> {
            handle.execute("UPDATE holder SET closing_announced_on = ?::date", today().minusDays(40));
            handle.execute("UPDATE closing_run SET due_on = ?::date, confirmed_at = now()", today().plusYears(10));
        });

        assertThat(fixture.unopened.apply()).isEqualTo(2);

        assertThat(closed(recent)).isFalse();
    }

    private RunAnswer confirm(UUID run) {
        return new ConfirmClosings(fixture.claims.platform).apply(run);
    }

    private void announced(HolderId holder) {
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET closing_announced_on = ?::date WHERE id = ?",
                today().minusDays(40),
                holder.value()));
    }

    @Test
    void aRunWhoseFiguresGrowGetsAnotherIdAndTheOldOneConfirmsNothing() {
        stopped();
        UUID read = run();
        announced(forgotten(today().minusYears(6)));

        assertThat(fixture.unopened.apply()).isZero();

        assertThat(run()).isNotEqualTo(read);
        assertThat(confirm(read)).isEqualTo(new RunAnswer.Replaced(run(), 3, 7));
        assertThat(fixture.unopened.apply()).isZero();
        assertThat(fixture.claims.count("audit_event WHERE code = 'CLOSING_RUN_STOPPED'"))
                .isEqualTo(2);
        assertThat(confirm(run())).isEqualTo(new RunAnswer.Confirmed());
        assertThat(fixture.unopened.apply()).isEqualTo(3);
        assertThat(confirm(read)).isEqualTo(new RunAnswer.Gone());
    }

    /** As many as before, but one of them is another: nobody read of that one. */
    @Test
    void aSpaceInThePlaceOfAnotherMakesAnotherRun() {
        HolderId opened = stopped();
        UUID read = run();
        HolderId next = forgotten(today().minusYears(5));
        announced(next);
        fixture.claims.owner.useHandle(handle ->
                handle.execute("UPDATE holder SET last_opened_at = ?::date WHERE id = ?", today(), opened.value()));
        days(1);

        assertThat(fixture.unopened.apply()).isZero();

        assertThat(confirm(read)).isEqualTo(new RunAnswer.Replaced(run(), 2, 7));
    }

    @Test
    void aRunWhoseFiguresShrinkKeepsItsIdAndTellsTheNewFigures() {
        stopped();
        UUID read = run();
        fixture.claims.owner.useHandle(
                handle -> handle.execute("UPDATE closing_run SET spaces = 3, living = 7 WHERE id = ?", read));

        assertThat(fixture.unopened.apply()).isZero();

        assertThat(fixture.claims.count("closing_run WHERE id = ? AND spaces = 2 AND living = 6", read))
                .isEqualTo(1);
        assertThat(confirm(read)).isEqualTo(new RunAnswer.Confirmed());
    }

    @Test
    void oneSpaceAmongFewIsClosedWithoutAQuestion() {
        HolderId holder = forgotten(today().minusYears(6));
        fixture.otherSpaces(1);
        fixture.unopened.apply();
        days(30);

        assertThat(fixture.unopened.apply()).isEqualTo(1);

        assertThat(closed(holder)).isTrue();
        assertThat(fixture.claims.count("closing_run")).isZero();
        assertThat(new ClosingHealthCheck(fixture.claims.platform.database())
                        .execute()
                        .isHealthy())
                .isTrue();
    }

    @Test
    void aQuestionWithoutAnObjectIsWithdrawn() {
        stopped();
        fixture.otherSpaces(20);
        assertThat(fixture.unopened.apply()).isEqualTo(2);
        assertThat(fixture.claims.count("closing_run")).isZero();
    }

    @Test
    void theDryRunListsWhatIsDueAndWhatWouldBeAnnouncedAndWritesNothing() {
        HolderId space = stopped();
        HolderId later = forgotten(today().minusYears(5).plusDays(10));
        PersonId due = fixture.claims.person();
        PersonId alsoDue = fixture.claims.person();
        PersonId soon = fixture.claims.person();
        PersonId held = fixture.claims.person();
        fixture.claims.owner.useHandle(handle -> {
            handle.execute(
                    "UPDATE worker SET last_activity_on = '2023-01-01' WHERE id IN (?, ?, ?, ?)",
                    due.value(),
                    alsoDue.value(),
                    soon.value(),
                    held.value());
            handle.execute(
                    "UPDATE worker SET erasure_announced_on = ?::date WHERE id IN (?, ?, ?)",
                    today().minusDays(30),
                    due.value(),
                    alsoDue.value(),
                    held.value());
            handle.execute("UPDATE worker SET erasure_held_on = ?::date WHERE id = ?", today(), held.value());
        });

        ListDue.Due list = new ListDue(fixture.claims.platform).apply();

        assertThat(list.erased())
                .contains(
                        new ListDue.Item(ErasureKind.DESK_FILE, fixture.claims.organisation, due.value()),
                        new ListDue.Item(ErasureKind.DESK_FILE, fixture.claims.organisation, alsoDue.value()),
                        new ListDue.Item(ErasureKind.SPACE, null, space.value()))
                .hasSize(4);
        assertThat(list.announced())
                .containsExactlyInAnyOrder(
                        new ListDue.Item(ErasureKind.DESK_FILE, fixture.claims.organisation, soon.value()),
                        new ListDue.Item(ErasureKind.SPACE, null, later.value()));
        assertThat(list.stops())
                .containsExactly(
                        new ListDue.Stop(fixture.claims.organisation, 2, 4, null), new ListDue.Stop(null, 2, 7, run()));
        assertThat(fixture.claims.count("worker WHERE erasure_announced_on IS NOT NULL"))
                .isEqualTo(3);
        assertThat(fixture.claims.count("erasure")).isZero();
    }
}
