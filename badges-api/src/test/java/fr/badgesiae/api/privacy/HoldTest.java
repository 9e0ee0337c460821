package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseDeskFile;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.privacy.erasure.ReplayErasures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold for a dispute, and what comes between the look of a job and its erasure. Today is 2 November 2026. */
class HoldTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private PrivacyFixture fixture;

    @BeforeEach
    void open() {
        fixture = new PrivacyFixture();
        for (int i = 0; i < 19; i++) {
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

    private void days(int days) {
        fixture.claims.setup.clock().advance(Duration.ofDays(days));
    }

    private void held(PersonId person, boolean held) {
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE worker SET erasure_held_on = ? WHERE id = ?", held ? today() : null, person.value()));
    }

    private Map<String, Object> row(String sql, Object... arguments) {
        return fixture.claims.owner.withHandle(
                handle -> handle.select(sql, arguments).mapToMap().one());
    }

    private Erased eraseFile(PersonId person) {
        return fixture.eraseFile.apply(fixture.file(person), Cause.request(Actor.SYSTEM));
    }

    private Erased eraseSpace(HolderId holder) {
        return fixture.eraseSpace.apply(holder, Cause.request(Actor.holder(holder)));
    }

    private boolean closed(HolderId holder) {
        return fixture.claims.count("holder WHERE id = ? AND erased_at IS NOT NULL", holder.value()) == 1;
    }

    private void neverOpened(HolderId holder) {
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET last_opened_at = timestamptz '2020-01-01 12:00Z' WHERE id = ?", holder.value()));
    }

    @Test
    void aHeldFileIsNotErasedOnAPageEither() {
        PersonId person = fixture.withBadge();
        held(person, true);

        assertThat(eraseFile(person)).isEqualTo(Erased.HELD);

        assertThat(fixture.erased(person)).isFalse();
        assertThat(fixture.claims.count("erasure WHERE worker_id = ?", person.value()))
                .isZero();
        held(person, false);
        assertThat(eraseFile(person)).isEqualTo(Erased.ERASED);
    }

    /** The erasure is newer than the copy that was restored: the hold of the copy had ended. */
    @Test
    void anErasureIsRepeatedOverAHoldOfTheCopy() {
        PersonId person = fixture.withBadge();
        held(person, true);
        ReplayErasures replay = new ReplayErasures(fixture.eraseFile, fixture.eraseSpace);
        assertThat(replay.apply("DESK_FILE " + fixture.claims.organisation + " " + person))
                .isEqualTo(Erased.ERASED);
        assertThat(fixture.erased(person)).isTrue();
    }

    @Test
    void noJobClosesASpaceWhileAFileOfItsHolderIsHeld() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);
        neverOpened(holder);
        fixture.otherSpaces(8);
        fixture.unopened.apply();
        held(person, true);
        days(31);
        assertThat(fixture.unopened.apply()).isZero();
        assertThat(fixture.claims.count("holder WHERE closing_announced_on IS NOT NULL"))
                .isZero();

        held(person, false);
        fixture.unopened.apply();
        days(30);
        assertThat(fixture.unopened.apply()).isEqualTo(1);
        assertThat(closed(holder)).isTrue();
    }

    @Test
    void aSpaceWithoutAWayInStaysWhileAnotherFileNeedsItsBadges() {
        PersonId person = fixture.claims.person();
        fixture.claims.accepted(fixture.claims.offered(person));
        HolderId holder = fixture.holder(person);
        PersonId twin = fixture.claims.person();
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE worker SET holder_id = ?, erasure_held_on = ? WHERE id = ?",
                holder.value(),
                today(),
                twin.value()));

        assertThat(eraseFile(person)).isEqualTo(Erased.ERASED);

        assertThat(closed(holder)).isFalse();
    }

    @Test
    void aHolderErasesTheirSpaceAndTheHeldFileKeepsWhatItKnew() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);
        fixture.claims.owner.useHandle(handle -> {
            handle.execute("UPDATE credential SET private_note = 'Note' WHERE worker_id = ?", person.value());
            handle.execute("UPDATE award SET awarded_on = '2026-10-17' WHERE worker_id = ?", person.value());
        });
        held(person, true);

        assertThat(eraseSpace(holder)).isEqualTo(Erased.ERASED);

        String known = "SELECT c.private_note, c.displayed_name, a.awarded_on::text FROM credential c"
                + " JOIN award a ON a.id = c.award_id WHERE c.worker_id = ?";
        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", holder.value()))
                .isZero();
        assertThat(row(known, person.value()))
                .containsEntry("private_note", "Note")
                .containsEntry("awarded_on", "2026-10-17")
                .doesNotContainEntry("displayed_name", null);

        held(person, false);
        assertThat(eraseFile(person)).isEqualTo(Erased.ERASED);
        assertThat(row(known, person.value()))
                .containsEntry("private_note", null)
                .containsEntry("awarded_on", "2026-10-01")
                .containsEntry("displayed_name", null);
        assertThat(fixture.claims.count(
                        "acceptance a JOIN credential c ON c.id = a.credential_id WHERE c.worker_id = ?"
                                + " AND a.created_at <> date_trunc('month', a.created_at)",
                        person.value()))
                .isZero();
    }

    /** Does something, once, when a file or space is being erased: what others do while a job runs. */
    private record Meanwhile(Consumer<Object> what) implements PersonalData {
        @Override
        public Set<String> tables() {
            return Set.of();
        }

        @Override
        public void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now) {
            what.accept(file.person());
        }

        @Override
        public void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now) {
            what.accept(holder.value());
        }

        @Override
        public void exportFile(Handle handle, DeskFile file, PersonalExport export) {}

        @Override
        public Map<String, String> sectionsOfFile() {
            return Map.of();
        }

        @Override
        public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {}
    }

    private List<PersonalData> with(Consumer<Object> what) {
        return Stream.concat(Stream.of(new Meanwhile(what)), fixture.parts.stream())
                .toList();
    }

    /** Two files are due; while one is erased, this is done to the other. */
    private PersonId erasedBeside(String sql) {
        List<PersonId> two = List.of(fixture.claims.person(), fixture.claims.person());
        two.forEach(person -> fixture.lastActive(person, LONG_AGO));
        fixture.dueFiles.apply();
        days(30);
        List<PersonalData> parts = with(first -> fixture.claims.owner.useHandle(handle -> two.stream()
                .filter(person -> !person.value().equals(first))
                .forEach(other -> handle.execute(sql, other.value()))));
        EraseDeskFile erase = new EraseDeskFile(fixture.claims.platform, () -> parts, fixture.eraseSpace);

        assertThat(new EraseDueFiles(fixture.claims.platform, erase).apply()).isEqualTo(1);

        return two.stream()
                .filter(person -> !fixture.erased(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHoldThatComesWhileTheJobRunsIsKept() {
        PersonId kept = erasedBeside("UPDATE worker SET erasure_held_on = '2026-12-02' WHERE id = ?");
        assertThat(fixture.claims.count("worker WHERE id = ? AND erasure_held_on IS NOT NULL", kept.value()))
                .isEqualTo(1);
    }

    @Test
    void somethingNewThatComesWhileTheJobRunsKeepsTheFile() {
        PersonId kept = erasedBeside("UPDATE worker SET last_activity_on = '2026-12-02' WHERE id = ?");
        assertThat(fixture.claims.count("worker WHERE id = ? AND first_name <> '–'", kept.value()))
                .isEqualTo(1);
    }

    /** Two spaces are due; while one is erased, this is done to the other or to its holder's file. */
    private HolderId closedBeside(String sql) {
        List<HolderId> two = Stream.of(fixture.withBadge(), fixture.withBadge())
                .map(fixture::holder)
                .toList();
        fixture.otherSpaces(8);
        two.forEach(this::neverOpened);
        fixture.unopened.apply();
        days(30);
        List<PersonalData> parts = with(first -> fixture.claims.owner.useHandle(handle -> two.stream()
                .filter(holder -> !holder.value().equals(first))
                .forEach(other -> handle.execute(sql, other.value()))));
        EraseSpace erase = new EraseSpace(fixture.claims.platform, () -> parts);

        assertThat(new CloseUnopenedSpaces(fixture.claims.platform, erase, fixture.claims.holders.notices()).apply())
                .isEqualTo(1);

        return two.stream().filter(holder -> !closed(holder)).findFirst().orElseThrow();
    }

    @Test
    void aSpaceThatIsOpenedWhileTheJobRunsStays() {
        HolderId kept = closedBeside("UPDATE holder SET last_opened_at = '2026-12-02' WHERE id = ?");
        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", kept.value()))
                .isEqualTo(1);
    }

    @Test
    void aHoldThatComesWhileTheJobRunsKeepsTheSpace() {
        HolderId kept = closedBeside("UPDATE worker SET erasure_held_on = '2026-12-02' WHERE holder_id = ?");
        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", kept.value()))
                .isEqualTo(1);
    }
}
