package fr.badgesiae.api.holder.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.holder.joining.JoiningFixture.Someone;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.problem.ErasedMeanwhile;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.share.ShareBadge;
import fr.badgesiae.api.wallet.WalletModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A joining and what others do at the same moment: nothing is left in a space that is gone. */
class JoiningRacesTest {
    private JoiningFixture fixture;
    private Someone here;
    private Someone other;

    @BeforeEach
    void open() {
        fixture = new JoiningFixture();
        here = fixture.someone("271828");
        other = fixture.someone("314159");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private record Raced<T>(JoinSpaces.Outcome joining, Blocked<T> act) {}

    /** Starts a joining and then something else, while both wait for the other space. */
    private <T> Raced<T> whileJoining(Callable<T> act) {
        String proof = fixture.proven(here, other);
        List<Blocked<T>> acts = new ArrayList<>();
        Blocked<JoinSpaces.Outcome> joining = fixture.claims.owner.inTransaction(handle -> {
            handle.execute(
                    "SELECT FROM holder WHERE id = ? FOR UPDATE", other.holder().value());
            Blocked<JoinSpaces.Outcome> first = fixture.start(() -> fixture.join(here, proof));
            assertThat(first.isWaiting()).isTrue();
            acts.add(fixture.start(act));
            assertThat(acts.get(0).isWaiting()).isTrue();
            return first;
        });
        return new Raced<>(joining.result(), acts.get(0));
    }

    private void nothingIsLeft() {
        fixture.claims.owner.useHandle(handle -> handle.createQuery("SELECT name FROM tables_of_space()")
                .mapTo(String.class)
                .list()
                .forEach(table ->
                        assertThat(fixture.of(table, other.holder())).as(table).isZero()));
    }

    private static void assertGone(Blocked<?> act) {
        assertThatThrownBy(act::result)
                .satisfies(failure -> assertThat(failure instanceof ProblemException || ErasedMeanwhile.is(failure))
                        .as(failure.toString())
                        .isTrue());
    }

    @Test
    void ofTwoJoiningsThatCrossOneComesFirst() {
        String there = fixture.proven(/* here= */ other, /* other= */ here);
        Raced<JoinSpaces.Outcome> raced = whileJoining(() -> fixture.join(other, there));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertThat(raced.act().result()).isEqualTo(JoinSpaces.Ended.STALE);
        assertThat(fixture.of("credential", here.holder())).isEqualTo(2);
        nothingIsLeft();
    }

    @Test
    void twoJoiningsOfTheSameSpaceMoveItOnce() {
        Someone third = fixture.someone("161803");
        String proof = fixture.proven(third, other);
        Raced<JoinSpaces.Outcome> raced = whileJoining(() -> fixture.join(third, proof));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertThat(raced.act().result()).isEqualTo(JoinSpaces.Ended.STALE);
        assertThat(fixture.of("credential", third.holder())).isEqualTo(1);
    }

    @Test
    void aBadgeThatIsAcceptedMeanwhileIsInTheJoinedSpace() {
        OfferId offer = fixture.claims.offered(other.person());
        Raced<AcceptOffer.Accepted> raced = whileJoining(() -> fixture.claims.accepted(offer));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertThat(raced.act().result().holder()).isEqualTo(here.holder());
        assertThat(fixture.of("credential", here.holder())).isEqualTo(3);
        nothingIsLeft();
    }

    @Test
    void aLinkThatIsMadeMeanwhileIsRefused() {
        Raced<?> raced = whileJoining(() -> fixture.claims
                .shares
                .share()
                .apply(other.holder(), new ShareBadge.Wish(other.badge(), null, "Pour une entreprise", 30)));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertGone(raced.act());
        nothingIsLeft();
    }

    @Test
    void aCopyForAWalletThatIsMadeMeanwhileIsRefused() {
        WalletBinding wallet = new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample");
        Raced<?> raced = whileJoining(() -> fixture.claims.editions.apply(
                other.holder(),
                other.badge(),
                ClaimFixture.choice(NameChoice.FULL, true).in(wallet)));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertGone(raced.act());
        nothingIsLeft();
    }

    @Test
    void aReopeningThatIsUsedMeanwhileIsRefused() {
        Raced<?> raced = whileJoining(() -> fixture.claims.platform.database().inHolder(other.holder(), handle -> {
            Instant now = fixture.claims.platform.clock().instant();
            fixture.claims.holders.cards().reopen(handle, other.holder(), fixture.claims.organisation, "-", now);
            return true;
        }));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertGone(raced.act());
        nothingIsLeft();
    }

    @Test
    void anOpeningWithTheOtherCardComesTooLate() {
        Raced<?> raced = whileJoining(() -> fixture.open(other));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertThat(raced.act().result().toString()).contains("Wrong");
        nothingIsLeft();
    }

    private List<PersonalData> parts() {
        ClaimFixture claims = fixture.claims;
        return List.of(
                claims.credentials.personalData(),
                claims.shares.personalData(),
                claims.holders.personalData(),
                claims.offers.personalData(),
                claims.reopenings.personalData(),
                claims.claims.personalData(),
                new WalletModule(
                                claims.platform,
                                claims.editions,
                                claims.keys,
                                claims.lists,
                                claims.credentials.verifyBeforeRelease())
                        .personalData());
    }

    private Erased erase(EraseSpace erase, HolderId holder) {
        return erase.apply(holder, Cause.request(Actor.holder(holder)));
    }

    @Test
    void anErasureThatComesAfterFindsNoSpace() {
        EraseSpace erase = new EraseSpace(fixture.claims.platform, this::parts);
        Raced<Erased> raced = whileJoining(() -> erase(erase, other.holder()));
        assertThat(raced.joining()).isEqualTo(JoinSpaces.Ended.JOINED);
        assertThat(raced.act().result()).isEqualTo(Erased.GONE);
        assertThat(fixture.of("credential", here.holder())).isEqualTo(2);
    }

    @Test
    void anErasureThatCameFirstLeavesNothingToJoin() {
        for (Someone erased : List.of(here, other)) {
            Someone left = fixture.someone("161803");
            Someone one = erased.equals(here) ? erased : left;
            Someone two = erased.equals(here) ? left : erased;
            String proof = fixture.proven(one, two);
            List<Blocked<JoinSpaces.Outcome>> joinings = new ArrayList<>();
            EraseSpace erase = new EraseSpace(
                    fixture.claims.platform,
                    () -> with(() -> joinings.add(fixture.start(() -> fixture.join(one, proof)))));
            assertThat(erase(erase, erased.holder())).isEqualTo(Erased.ERASED);
            assertThat(joinings.get(0).result()).isEqualTo(JoinSpaces.Ended.STALE);
        }
    }

    @Test
    void theErasureOfAJoinedSpaceIsRepeatedForWhatWasJoined() {
        fixture.joined(here, other);
        Instant before = Instant.EPOCH;
        assertThat(erase(new EraseSpace(fixture.claims.platform, this::parts), here.holder()))
                .isEqualTo(Erased.ERASED);
        List<UUID> listed = fixture.claims.owner.withHandle(
                handle -> handle.createQuery("SELECT holder_id FROM erasures_since(:at)")
                        .bind("at", before.atOffset(java.time.ZoneOffset.UTC))
                        .mapTo(UUID.class)
                        .list());
        assertThat(listed)
                .containsExactlyInAnyOrder(here.holder().value(), other.holder().value());
    }

    /** The parts, and something that happens under the lock of the erasure. */
    private List<PersonalData> with(Runnable act) {
        List<PersonalData> all = new ArrayList<>();
        all.add(new PersonalData() {
            @Override
            public Set<String> tables() {
                return Set.of();
            }

            @Override
            public void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now) {}

            @Override
            public void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now) {
                act.run();
            }

            @Override
            public void exportFile(Handle handle, DeskFile file, PersonalExport export) {}

            @Override
            public Map<String, String> sectionsOfFile() {
                return Map.of();
            }

            @Override
            public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {}
        });
        all.addAll(parts());
        return all;
    }
}
