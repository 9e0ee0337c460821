package fr.badgesiae.api.wallet.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.wallet.WalletModule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalletOfferTest {
    private static final EditionChoice FULL = ClaimFixture.choice(NameChoice.FULL, true);

    private ClaimFixture fixture;
    private WalletModule wallets;
    private HolderId holder;
    private CredentialId badge;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        wallets = new WalletModule(
                fixture.platform,
                fixture.editions,
                fixture.keys,
                fixture.lists,
                fixture.credentials.verifyBeforeRelease());
        var accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        badge = accepted.credential();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static WalletBinding key(int number) {
        return new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample" + number);
    }

    private OfferToWallet.Outcome offer() {
        return wallets.offer().apply(holder, badge, FULL, WalletOfferKind.INTERACTION);
    }

    private OfferToWallet.Made made() {
        return (OfferToWallet.Made) offer();
    }

    private Optional<WalletOffer> find(OfferToWallet.Made offer) {
        return wallets.find().apply(offer.secret(), WalletOfferKind.INTERACTION);
    }

    private static void assertProblem(ProblemType type, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    @Test
    void anOfferIsFoundByItsSecretAndTakenOnce() {
        OfferToWallet.Made made = made();
        WalletOffer offer = find(made).orElseThrow();
        assertThat(offer.challenge()).isEqualTo(made.challenge());
        assertThat(offer.holder()).isEqualTo(holder);
        assertThat(offer.choice())
                .usingRecursiveComparison()
                .ignoringFields("offeredAt")
                .isEqualTo(FULL);

        var taken = (TakeOffer.Taken) wallets.take().apply(offer, key(1));

        assertThat(taken.forms().document()).contains(key(1).key()).contains("Alix Exemple");
        assertThat(find(made)).isEmpty();
        assertThat(wallets.take().apply(offer, key(1))).isEqualTo(new TakeOffer.NotTaken(Optional.empty()));
        assertThat(fixture.count(
                        "wallet_offer WHERE edition_id = ?", taken.copy().value()))
                .isEqualTo(1);
    }

    @Test
    void theSecretIsStoredAsAHashAlone() {
        OfferToWallet.Made made = made();

        assertThat(fixture.count("wallet_offer WHERE CAST(wallet_offer AS text) LIKE ?", "%" + made.secret() + "%"))
                .isZero();
        assertThat(made.toString()).doesNotContain(made.secret()).doesNotContain(made.challenge());
    }

    @Test
    void anOfferOfAnotherKindOrAnotherSecretIsNone() {
        OfferToWallet.Made made = made();

        assertThat(wallets.find().apply(made.secret(), WalletOfferKind.LINK)).isEmpty();
        assertThat(wallets.find().apply(made.challenge(), WalletOfferKind.INTERACTION))
                .isEmpty();
    }

    @Test
    void anOfferLastsFiveMinutes() {
        OfferToWallet.Made made = made();
        WalletOffer offer = find(made).orElseThrow();
        fixture.setup.clock().advance(Duration.ofSeconds(299));
        assertThat(find(made)).isPresent();
        fixture.setup.clock().advance(Duration.ofSeconds(1));

        assertThat(find(made)).isEmpty();
        assertThat(wallets.take().apply(offer, key(1))).isEqualTo(new TakeOffer.NotTaken(Optional.empty()));
        assertThat(fixture.count("credential")).isEqualTo(1);
    }

    @Test
    void ofTwoWalletsAtOnceOneTakesTheOffer() throws Exception {
        WalletOffer offer = find(made()).orElseThrow();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<TakeOffer.Outcome> one = () -> wallets.take().apply(offer, key(1));
            Callable<TakeOffer.Outcome> other = () -> wallets.take().apply(offer, key(2));
            int taken = 0;
            for (var outcome : two.invokeAll(List.of(one, other))) {
                taken += outcome.get() instanceof TakeOffer.Taken ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            two.shutdownNow();
        }
        assertThat(fixture.count("credential WHERE wallet IS NOT NULL")).isEqualTo(1);
    }

    @Test
    void anOfferWhoseCopyIsNotSignedCanBeTakenAgain() {
        WalletOffer offer = find(made()).orElseThrow();
        fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET last_name = 'Modèle'"));

        assertThat(wallets.take().apply(offer, key(1)))
                .isEqualTo(new TakeOffer.NotTaken(Optional.of(EditionProblem.CHANGED)));

        fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET last_name = 'Exemple'"));
        assertThat(wallets.take().apply(offer, key(1))).isInstanceOf(TakeOffer.Taken.class);
    }

    @Test
    void theSixthCopyIsNotOffered() {
        IntStream.range(0, 5)
                .forEach(number -> wallets.take().apply(find(made()).orElseThrow(), key(number)));

        assertThat(offer()).isEqualTo(new OfferToWallet.NotMade(OfferToWallet.Problem.TOO_MANY_COPIES));
    }

    @Test
    void offersOfOneHolderAreLimitedByTheHour() {
        for (int number = 0; number < OfferToWallet.MOST; number++) {
            made();
        }
        assertThat(offer()).isEqualTo(new OfferToWallet.NotMade(OfferToWallet.Problem.TOO_OFTEN));

        fixture.setup.clock().advance(OfferToWallet.COUNTED);
        assertThat(offer()).isInstanceOf(OfferToWallet.Made.class);
    }

    @Test
    void aBadgeThatIsNotTheirsOrNotInForceIsNotOffered() {
        HolderId other = fixture.accepted(fixture.offered()).holder();
        assertProblem(ProblemType.NOT_FOUND, () -> wallets.offer().apply(other, badge, FULL, WalletOfferKind.LINK));
        CredentialId edition =
                ((TakeOffer.Taken) wallets.take().apply(find(made()).orElseThrow(), key(1))).copy();
        assertProblem(ProblemType.NOT_FOUND, () -> wallets.offer().apply(holder, edition, FULL, WalletOfferKind.LINK));

        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'WRONG_CONTENT'"));
        assertProblem(ProblemType.NOT_FOUND, this::offer);
    }

    @Test
    void aPausedOrganisationDoesNotStopTheHolder() {
        fixture.pause();

        assertThat(wallets.take().apply(find(made()).orElseThrow(), key(1))).isInstanceOf(TakeOffer.Taken.class);
    }

    @Test
    void offersThatNoLimitCountsAreDeleted() {
        made();
        fixture.setup.clock().advance(OfferToWallet.COUNTED.plusSeconds(1));
        made();

        new ForgetOffers(fixture.platform.database(), fixture.platform.clock()).apply();

        assertThat(fixture.count("wallet_offer")).isEqualTo(1);
    }
}
