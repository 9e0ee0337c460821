package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.limits.PinThrottle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        return fixture.claims.open().apply(slip.code(), pin);
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
        assertThat(fixture.claims.open().apply(unknown, slip.pin())).isInstanceOf(OpenClaim.Unknown.class);
    }

    @Test
    void tooManyWrongPinsEverywhereStopEverybodyForAWhile() {
        PinThrottle throttle = new PinThrottle(fixture.setup.clock());
        for (int i = 0; i < PinThrottle.MOST; i++) {
            fixture.platform.database().inPublic(handle -> {
                throttle.failed(handle);
                return handle;
            });
        }

        assertThat(tryPin(slip.pin())).isInstanceOf(OpenClaim.Later.class);
        fixture.setup.clock().advance(Duration.ofMinutes(11));
        assertThat(tryPin(slip.pin())).isInstanceOf(OpenClaim.Open.class);
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
