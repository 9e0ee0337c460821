package fr.badgesiae.api.privacy;

import static fr.badgesiae.api.privacy.RetentionSetup.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.privacy.erasure.Cause;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a desk file and a space are announced and erased. Today is 2 November 2026. */
class RetentionTest {
    @RegisterExtension
    final RetentionSetup files = new RetentionSetup();

    @Test
    void withoutAnEndTheLastActivityCounts() {
        PersonId person = files.lastActive(LONG_AGO);
        assertThat(files.countsFrom(person)).isEqualTo(LONG_AGO);
        files.fixture.pathway(person, LocalDate.of(2023, 1, 9), null);
        files.fixture.lastActive(person, LONG_AGO);
        assertThat(files.countsFrom(person)).isEqualTo(LONG_AGO);
    }

    @Test
    void theLastEndOfAPathwayCounts() {
        PersonId person = files.lastActive(files.today());
        files.fixture.pathway(person, LocalDate.of(2022, 1, 3), LocalDate.of(2023, 1, 2));
        files.fixture.pathway(person, LocalDate.of(2023, 1, 3), LONG_AGO);
        assertThat(files.countsFrom(person)).isEqualTo(LONG_AGO);
    }

    @Test
    void theEndOfTheContractCountsWhereItIsLater() {
        PersonId person = files.lastActive(files.today());
        files.set(person, "contract_ended_on", LONG_AGO);
        assertThat(files.countsFrom(person)).isEqualTo(LONG_AGO);
        files.fixture.pathway(person, LocalDate.of(2023, 1, 3), LONG_AGO.plusDays(10));
        assertThat(files.countsFrom(person)).isEqualTo(LONG_AGO.plusDays(10));
    }

    @Test
    void aPathwayThatGoesOnAfterTheContractIsNoEnd() {
        PersonId person = files.lastActive(files.today());
        files.set(person, "contract_ended_on", LONG_AGO);
        files.fixture.pathway(person, LONG_AGO.plusDays(3), null);
        assertThat(files.countsFrom(person)).isEqualTo(files.today());
    }

    @Test
    void offersPathwaysAndNamesAreActivityAndAnEndOfAnOfferIsNone() {
        PersonId person = files.fixture.claims.person();
        files.fixture.lastActive(person, LONG_AGO);
        OfferId offer = files.fixture.claims.offered(person);
        assertThat(files.countsFrom(person)).isEqualTo(files.today());
        files.fixture.lastActive(person, LONG_AGO);
        files.days(370);
        assertThat(files.fixture.claims.offers.expire().apply()).isPositive();
        assertThat(files.fixture.claims.state(offer).name()).isEqualTo("EXPIRED");
        assertThat(files.countsFrom(person)).isEqualTo(LONG_AGO);
        files.fixture.pathway(person, LocalDate.of(2026, 1, 5), null);
        assertThat(files.countsFrom(person)).isAfter(LONG_AGO);
    }

    @Test
    void aDueFileIsAnnouncedForThirtyDaysAndThenErased() {
        PersonId person = files.lastActive(LONG_AGO);

        assertThat(files.fixture.dueFiles.apply()).isZero();
        assertThat(files.announced(person)).isTrue();
        files.days(29);
        assertThat(files.fixture.dueFiles.apply()).isZero();
        files.days(1);
        assertThat(files.fixture.dueFiles.apply()).isEqualTo(1);

        assertThat(files.fixture.erased(person)).isTrue();
        assertThat(files.fixture.claims.audited("DESK_FILE_ERASED", person.value()))
                .isEqualTo(1);
        assertThat(files.fixture.claims.count("erasure WHERE worker_id = ? AND reason = 'RETENTION'", person.value()))
                .isEqualTo(1);
    }

    @Test
    void aFileIsAnnouncedThirtyDaysBeforeItsTimeIsOver() {
        LocalDate ends = files.today().minusMonths(24).plusDays(30);
        PersonId person = files.lastActive(ends);
        PersonId later = files.lastActive(ends.plusDays(1));

        files.fixture.dueFiles.apply();

        assertThat(files.announced(person)).isTrue();
        assertThat(files.announced(later)).isFalse();
    }

    @Test
    void somethingNewWithdrawsTheAnnouncement() {
        PersonId person = files.lastActive(LONG_AGO);
        files.fixture.dueFiles.apply();
        files.fixture.claims.offered(person);
        files.days(31);

        assertThat(files.fixture.dueFiles.apply()).isZero();

        assertThat(files.announced(person)).isFalse();
    }

    @Test
    void aHoldStopsTheClock() {
        PersonId person = files.lastActive(LONG_AGO);
        files.fixture.dueFiles.apply();
        files.set(person, "erasure_held_on", files.today());
        files.days(40);
        assertThat(files.fixture.dueFiles.apply()).isZero();
        assertThat(files.announced(person)).isFalse();

        files.set(person, "erasure_held_on", null);
        files.fixture.dueFiles.apply();
        files.days(30);

        assertThat(files.fixture.dueFiles.apply()).isEqualTo(1);
    }

    private void opened(HolderId holder, LocalDate day) {
        files.fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET last_opened_at = ? WHERE id = ?",
                day.atStartOfDay().atOffset(ZoneOffset.UTC),
                holder.value()));
    }

    private boolean closed(HolderId holder) {
        return files.fixture.claims.count("holder WHERE id = ? AND erased_at IS NOT NULL", holder.value()) == 1;
    }

    @Test
    void aSpaceThatNobodyOpensForFiveYearsIsAnnouncedAndErased() {
        HolderId forgotten = files.fixture.holder(files.fixture.withBadge());
        HolderId used = files.fixture.holder(files.fixture.withBadge());
        files.fixture.otherSpaces(8);
        opened(forgotten, files.today().minusYears(5).plusDays(20));
        opened(used, files.today().minusYears(5).plusDays(40));

        assertThat(files.fixture.unopened.apply()).isZero();
        files.days(29);
        assertThat(files.fixture.unopened.apply()).isZero();
        files.days(2);
        assertThat(files.fixture.unopened.apply()).isEqualTo(1);

        assertThat(closed(forgotten)).isTrue();
        assertThat(closed(used)).isFalse();
    }

    @Test
    void openingASpaceEndsItsAnnouncement() {
        HolderId holder = files.fixture.holder(files.fixture.withBadge());
        opened(holder, LocalDate.of(2020, 1, 1));
        files.fixture.unopened.apply();
        assertThat(files.fixture.claims.count("holder WHERE closing_announced_on IS NOT NULL"))
                .isEqualTo(1);
        opened(holder, files.today());
        files.days(40);

        assertThat(files.fixture.unopened.apply()).isZero();

        assertThat(files.fixture.claims.count("holder WHERE closing_announced_on IS NOT NULL"))
                .isZero();
    }

    @Test
    void theDeskReadsWhoseSpaceWillBeClosed() {
        PersonId person = files.fixture.withBadge();
        opened(files.fixture.holder(person), LocalDate.of(2020, 1, 1));
        files.fixture.unopened.apply();
        files.fixture.claims.platform.database().inOrganisation(files.fixture.claims.organisation, handle -> {
            assertThat(handle.attach(RetentionDao.class).announced(files.fixture.claims.organisation.value(), 10))
                    .extracting(RetentionDao.AnnouncedRow::id)
                    .containsExactly(person.value());
            return true;
        });
    }

    @Test
    void whatWasErasedAtTheDeskIsNotCountedAgain() {
        PersonId person = files.lastActive(LONG_AGO);
        files.fixture.eraseFile.apply(files.fixture.file(person), Cause.request(Actor.SYSTEM));
        files.fixture.dueFiles.apply();
        files.days(31);
        assertThat(files.fixture.dueFiles.apply()).isZero();
    }
}
