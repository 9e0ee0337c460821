package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.claim.lost.Contact;
import fr.badgesiae.api.claim.lost.FindContact;
import fr.badgesiae.api.claim.slip.FindSlipPath;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.FormOwner;
import fr.badgesiae.api.platform.auth.SessionKind;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenClaimTest {
    private ClaimFixture fixture;
    private OfferId offer;
    private SlipSecrets.Clear slip;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        offer = fixture.offered();
        slip = fixture.slip(offer);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private OpenClaim.Outcome tryPin(String pin) {
        return fixture.claims.open().apply(slip.code(), pin, Client.unknown());
    }

    @Test
    void theRightPinOpensAndClearsTheWrongOnes() {
        assertThat(tryPin(ClaimFixture.wrong(slip.pin()))).isEqualTo(new OpenClaim.Wrong(4));
        assertThat(tryPin(slip.pin())).isEqualTo(new OpenClaim.Open(fixture.organisation, offer));
        assertThat(tryPin(ClaimFixture.wrong(slip.pin()))).isEqualTo(new OpenClaim.Wrong(4));
        assertThat(fixture.audited("CLAIM_OPENED", offer.value())).isEqualTo(1);
    }

    @Test
    void fiveWrongPinsLockTheSlipEvenForTheRightOne() {
        for (int left = 4; left > 0; left--) {
            assertThat(tryPin(ClaimFixture.wrong(slip.pin()))).isEqualTo(new OpenClaim.Wrong(left));
        }
        assertThat(tryPin(ClaimFixture.wrong(slip.pin()))).isInstanceOf(OpenClaim.Locked.class);
        assertThat(tryPin(slip.pin())).isInstanceOf(OpenClaim.Locked.class);
        assertThat(fixture.claims.find().apply(slip.code())).isInstanceOf(OpenClaim.Locked.class);
        assertThat(fixture.audited("SLIP_LOCKED", offer.value())).isEqualTo(1);
    }

    @Test
    void tenWrongPinsAtTheSameMomentAreJudgedFiveTimes() throws Exception {
        List<OpenClaim.Outcome> outcomes = atOnce(10, () -> tryPin(ClaimFixture.wrong(slip.pin())));

        assertThat(outcomes).filteredOn(OpenClaim.Wrong.class::isInstance).hasSize(4);
        assertThat(outcomes).filteredOn(OpenClaim.Locked.class::isInstance).hasSize(6);
        assertThat(fixture.count("offer WHERE id = ? AND failed_pins = 5", offer.value()))
                .isEqualTo(1);
        assertThat(tryPin(slip.pin())).isInstanceOf(OpenClaim.Locked.class);
    }

    @Test
    void anUnknownCodeOpensNothing() {
        Code unknown = fixture.platform.ids().code();

        assertThat(fixture.claims.find().apply(unknown)).isInstanceOf(OpenClaim.Unknown.class);
        assertThat(fixture.claims.open().apply(unknown, slip.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Unknown.class);
    }

    /** Four wrong PINs and the right one, again and again, by whoever has one slip. */
    @Test
    void wrongPinsOnOnesOwnSlipStopNoOtherSlipAndNoCard() {
        OfferId other = fixture.offered();
        SlipSecrets.Clear others = fixture.slip(other);
        Code card = fixture.carded(fixture.offered(), "407193");
        List<OpenClaim.Outcome> own = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            for (int wrong = 0; wrong < 4; wrong++) {
                own.add(tryPin(ClaimFixture.wrong(slip.pin())));
            }
            own.add(tryPin(slip.pin()));
        }

        assertThat(own).filteredOn(OpenClaim.Wrong.class::isInstance).hasSize(20);
        assertThat(own.get(own.size() - 1)).isInstanceOf(OpenClaim.Later.class);
        assertThat(fixture.claims.open().apply(others.code(), others.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Open.class);
        assertThat(fixture.holders.space().apply(card, "407193", Client.unknown()))
                .isInstanceOf(OpenSpace.Opened.class);
        fixture.setup.clock().advance(Duration.ofHours(2));
        assertThat(tryPin(slip.pin())).isInstanceOf(OpenClaim.Open.class);
    }

    /** A try that found the old code is judged and counted as one of the old slip. */
    @Test
    void aTryOnAReplacedSlipCountsOnNoOther() {
        byte[] old = fixture.offers.slips().lookup(slip.code());
        fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer);
        SlipSecrets.Clear fresh = fixture.slip(offer);

        Optional<ClaimDao.AttemptRow> attempt = fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> handle.attach(ClaimDao.class)
                                .attempt(
                                        offer.value(),
                                        fixture.organisation.value(),
                                        old,
                                        fixture.setup.clock().instant()));
        assertThat(attempt).isEmpty();
        assertThat(fixture.count("offer WHERE id = ? AND failed_pins = 0", offer.value()))
                .isEqualTo(1);
        assertThat(fixture.claims.open().apply(fresh.code(), fresh.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Open.class);
    }

    /** Before the try is counted, and while its PIN is compared. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aSlipThatIsReplacedDuringATryOpensNothingMore(int tries) {
        String pin = slip.pin();
        Runnable replace = () -> fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer);
        OpenClaim open = openedWhile("failed_pins = " + tries, replace);

        assertThat(open.apply(slip.code(), pin, Client.unknown())).isInstanceOf(OpenClaim.Unknown.class);

        assertThat(fixture.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);
        assertThat(fixture.audited("CLAIM_OPENED", offer.value())).isZero();
        assertThat(fixture.count("offer WHERE id = ? AND failed_pins = 0", offer.value()))
                .isEqualTo(1);
    }

    @Test
    void anOfferThatIsCancelledDuringATryIsClosed() {
        Runnable cancel = () -> fixture.offers.cancel().apply(fixture.organisation, fixture.counsellor, offer);

        assertThat(openedWhile("failed_pins = 0", cancel).apply(slip.code(), slip.pin(), Client.unknown()))
                .isEqualTo(new OpenClaim.Closed(OfferState.CANCELLED));
    }

    /** On a node where something happens after the first commit that finds the offer so. */
    private OpenClaim openedWhile(String condition, Runnable something) {
        Jdbi jdbi = Jdbi.create(fixture.setup.database().source())
                .installPlugin(new PostgresPlugin())
                .installPlugin(new SqlObjectPlugin());
        AtomicBoolean done = new AtomicBoolean();
        jdbi.setTransactionHandler(new DelegatingTransactionHandler(jdbi.getTransactionHandler()) {
            @Override
            public void commit(Handle handle) {
                super.commit(handle);
                if (fixture.count("offer WHERE id = ? AND " + condition, offer.value()) == 1
                        && done.compareAndSet(false, true)) {
                    something.run();
                }
            }
        });
        Platform node = TestPlatform.with(fixture.platform, new Database(jdbi));
        return new OpenClaim(
                node,
                new Claims(node, new Organisations(node.database()), fixture.holders.cards(), fixture.offers.slips()));
    }

    @Test
    void whoeverHasANumberIsToldWhomToSee() {
        fixture.owner.useHandle(handle ->
                handle.execute("UPDATE organisation SET public_phone = '01 99 00 00 00' WHERE id = ?", here()));
        FindContact contact = new FindContact(
                fixture.platform.database(),
                fixture.offers.slips(),
                fixture.reopenings.slips(),
                fixture.holders.cards());

        assertThat(contact.apply(slip.code())).contains(new Contact("Atelier des Deux Rives", "01 99 00 00 00"));
        assertThat(contact.apply(fixture.carded(fixture.offered(), "407193")))
                .contains(new Contact("Atelier des Deux Rives", "01 99 00 00 00"));
        assertThat(contact.apply(fixture.platform.ids().code())).isEmpty();
    }

    @Test
    void anInterruptedClaimLeadsBackToItsSlipWhileItIsOpen() {
        FindSlipPath path = new FindSlipPath(fixture.platform.database(), fixture.offers.offers());
        FormOwner owner = new FormOwner(SessionKind.CLAIM, offer.value(), here());

        assertThat(path.apply(owner)).contains("/claim/" + slip.code().grouped());
        assertThat(path.apply(new FormOwner(SessionKind.DESK, fixture.counsellor.value(), null)))
                .isEmpty();
        fixture.offers.cancel().apply(fixture.organisation, fixture.counsellor, offer);
        assertThat(path.apply(owner)).isEmpty();
    }

    private UUID here() {
        return fixture.organisation.value();
    }

    static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(java.util.Collections.nCopies(times, act))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
