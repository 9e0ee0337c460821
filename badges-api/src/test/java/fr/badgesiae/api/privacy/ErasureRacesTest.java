package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseDeskFile;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.reopening.ReopeningReason;
import fr.badgesiae.api.share.ShareBadge;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An erasure and what others do at the same moment: each waits for the other, in one order. */
class ErasureRacesTest {
    private PrivacyFixture fixture;
    private HoldErasure hold;
    private Principal counsellor;

    @BeforeEach
    void open() {
        fixture = new PrivacyFixture();
        hold = new HoldErasure(fixture.claims.platform, fixture.claims.people);
        counsellor = new Principal(
                fixture.claims.counsellor,
                fixture.claims.organisation,
                Role.COUNSELLOR,
                "Alix",
                "Atelier",
                UUID.randomUUID());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Callable<Boolean> holds(PersonId person) {
        return () -> {
            hold.apply(counsellor, person, true);
            return true;
        };
    }

    private boolean held(PersonId person) {
        return fixture.claims.count("worker WHERE id = ? AND erasure_held_on IS NOT NULL", person.value()) == 1;
    }

    private boolean closed(HolderId holder) {
        return fixture.claims.count("holder WHERE id = ? AND erased_at IS NOT NULL", holder.value()) == 1;
    }

    /** A space that the job closes at its next run. */
    private HolderId due(PersonId person) {
        HolderId holder = fixture.holder(person);
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET last_opened_at = timestamptz '2020-01-01 12:00Z' WHERE id = ?", holder.value()));
        fixture.otherSpaces(8);
        fixture.unopened.apply();
        fixture.claims.setup.clock().advance(Duration.ofDays(31));
        return holder;
    }

    /** Starts something while a hold has its first lock and waits for the row of the file, then lets both go on. */
    private <T> Blocked<T> whileHolding(PersonId person, Callable<T> act) {
        return fixture.claims.owner.inTransaction(handle -> {
            handle.execute("SELECT FROM worker WHERE id = ? FOR NO KEY UPDATE", person.value());
            assertThat(start(holds(person)).isWaiting()).isTrue();
            Blocked<T> other = start(act);
            assertThat(other.isWaiting()).isTrue();
            return other;
        });
    }

    private <T> Blocked<T> start(Callable<T> act) {
        return Blocked.start(fixture.claims.owner, act);
    }

    @Test
    void aHoldThatIsBeingSetKeepsTheSpaceOpen() {
        PersonId person = fixture.withBadge();
        HolderId holder = due(person);

        Blocked<Integer> closing = whileHolding(person, fixture.unopened::apply);

        assertThat(closing.result()).isZero();

        assertThat(held(person)).isTrue();
        assertThat(closed(holder)).isFalse();
    }

    @Test
    void aHoldWaitsForTheClosingThatCameFirst() {
        PersonId person = fixture.withBadge();
        HolderId holder = due(person);
        List<Blocked<Boolean>> holds = new ArrayList<>();
        EraseSpace erase = erasing(() -> {
            holds.add(start(holds(person)));
            assertThat(holds.get(0).isWaiting()).isTrue();
        });

        assertThat(new CloseUnopenedSpaces(fixture.claims.platform, erase, fixture.claims.holders.notices()).apply())
                .isEqualTo(1);

        assertThat(holds.get(0).result()).isTrue();
        assertThat(closed(holder)).isTrue();
        assertThat(held(person)).isTrue();
    }

    @Test
    void aSpaceWithoutAWayInStaysWhenAnotherFileIsHeldAtTheLastMoment() {
        PersonId person = fixture.claims.person();
        fixture.claims.accepted(fixture.claims.offered(person));
        HolderId holder = fixture.holder(person);
        PersonId twin = fixture.claims.person();
        fixture.claims.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET holder_id = ? WHERE id = ?", holder.value(), twin.value()));

        Blocked<Erased> erasing =
                whileHolding(twin, () -> fixture.eraseFile.apply(fixture.file(person), Cause.request(Actor.SYSTEM)));

        assertThat(erasing.result()).isEqualTo(Erased.ERASED);

        assertThat(fixture.erased(person)).isTrue();
        assertThat(closed(holder)).isFalse();
    }

    /** Does something while a file is being erased, under the lock of its erasure. */
    private <T> Blocked<T> whileErasing(PersonId person, Callable<T> act) {
        List<Blocked<T>> blocked = new ArrayList<>();
        EraseDeskFile erase = new EraseDeskFile(
                fixture.claims.platform, () -> with(() -> blocked.add(start(act))), fixture.eraseSpace);
        assertThat(erase.apply(fixture.file(person), Cause.request(Actor.SYSTEM)))
                .isEqualTo(Erased.ERASED);
        return blocked.get(0);
    }

    private void assertNotFound(Blocked<?> blocked) {
        assertThatThrownBy(blocked::result)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    private void assertNoWords(PersonId person) {
        assertThat(fixture.claims.count("offer WHERE worker_id = ? AND narrative <> '–'", person.value()))
                .isZero();
        assertThat(fixture.claims.count("access_reopening WHERE worker_id = ?", person.value()))
                .isZero();
        assertThat(fixture.claims.count("worker WHERE id = ? AND first_name <> '–'", person.value()))
                .isZero();
    }

    @Test
    void noOfferIsMadeForAPersonWhoseFileIsBeingErased() {
        PersonId person = fixture.withBadge();
        assertNotFound(whileErasing(person, () -> fixture.claims.offered(person)));
        assertNoWords(person);
    }

    @Test
    void noEndedOfferOfSuchAPersonGetsWordsAgain() {
        PersonId person = fixture.withBadge();
        OfferId offer = fixture.claims.offered(person);
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE offer SET state = 'EXPIRED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL WHERE id = ?",
                offer.value()));
        assertNotFound(whileErasing(
                person,
                () -> fixture.claims
                        .offers
                        .correct()
                        .apply(fixture.claims.organisation, fixture.claims.counsellor, offer, "Autres mots.", "")));
        assertNoWords(person);
    }

    @Test
    void noSlipIsMadeForSuchAPerson() {
        PersonId person = fixture.withBadge();
        assertNotFound(whileErasing(
                person, () -> fixture.claims.reopenings.reopen().apply(counsellor, person, ReopeningReason.LOST_CARD)));
        assertNoWords(person);
    }

    @Test
    void noHoldIsSetOnSuchAFile() {
        PersonId person = fixture.withBadge();
        assertNotFound(whileErasing(person, holds(person)));
        assertThat(held(person)).isFalse();
    }

    @Test
    void noPathwayOfAnErasedPersonIsWritten() {
        PersonId person = fixture.claims.person();
        fixture.eraseFile.apply(fixture.file(person), Cause.request(Actor.SYSTEM));
        assertThatThrownBy(() -> fixture.pathway(person, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 1)))
                .hasMessageContaining("the file was erased");
    }

    @Test
    void noLinkIsMadeInASpaceThatIsBeingErased() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);
        UUID badge = fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT id FROM credential WHERE holder_id = ?", holder.value())
                        .mapTo(UUID.class)
                        .one());
        ShareBadge.Wish wish = new ShareBadge.Wish(new CredentialId(badge), null, "Pour un employeur", 30);
        List<Blocked<UUID>> links = new ArrayList<>();
        EraseSpace erase = erasing(() -> links.add(start(() -> fixture.claims.share(holder, wish))));

        assertThat(erase.apply(holder, Cause.request(Actor.holder(holder)))).isEqualTo(Erased.ERASED);

        assertNotFound(links.get(0));
        assertThat(fixture.claims.count("share_link WHERE holder_id = ?", holder.value()))
                .isZero();
    }

    /** The holder closes their space and accepts one more badge at the same moment: it opens a new space. */
    @Test
    void aBadgeThatIsAcceptedMeanwhileGoesIntoANewSpace() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);
        OfferId offer = fixture.claims.offered(person);
        List<Blocked<AcceptOffer.Accepted>> accepting = new ArrayList<>();
        EraseSpace erase = erasing(() -> accepting.add(start(() -> fixture.claims.accepted(offer))));

        assertThat(erase.apply(holder, Cause.request(Actor.holder(holder)))).isEqualTo(Erased.ERASED);

        HolderId fresh = accepting.get(0).result().holder();
        assertThat(fresh).isNotEqualTo(holder).isEqualTo(fixture.holder(person));
        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", holder.value()))
                .isZero();
        assertThat(fixture.claims.count("credential WHERE holder_id = ? AND state = 'ISSUED'", fresh.value()))
                .isEqualTo(1);
    }

    /** A new table about people fails here until the database refuses its rows for erased ones. */
    @Test
    void everyTableAboutPeopleRefusesRowsOfErasedOnes() {
        String missing = """
                SELECT c.conrelid::regclass::text FROM pg_constraint c
                WHERE c.contype = 'f' AND c.confrelid = CAST(? AS regclass) AND c.conrelid <> 'erasure'::regclass
                  AND c.conrelid <> 'distinct_people'::regclass -- ids of two files, which say nothing of an erased one
                  AND c.conrelid <> c.confrelid -- a joined space is a bare id, and as gone as an erased one
                  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.conrelid AND t.tgname = ?)
                """;
        Map.of("worker", "file_is_there", "holder", "space_is_there").forEach((table, guard) -> {
            List<String> unguarded = fixture.claims.owner.withHandle(handle ->
                    handle.select(missing, table, guard).mapTo(String.class).list());
            assertThat(unguarded).as(table).isEmpty();
        });
    }

    /** Does something while a space is being erased, under the locks of its erasure. */
    private EraseSpace erasing(Runnable meanwhile) {
        return new EraseSpace(fixture.claims.platform, () -> with(meanwhile));
    }

    private List<PersonalData> with(Runnable meanwhile) {
        List<PersonalData> parts = new ArrayList<>(List.of(new Meanwhile(meanwhile)));
        parts.addAll(fixture.parts);
        return parts;
    }
}
