package fr.badgesiae.api.offer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.FrenchZone;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OfferStateTest {
    private static final Instant END = Instant.parse("2027-03-28T01:00:00Z");
    private static final Set<OfferState> UNANSWERED = EnumSet.of(OfferState.OFFERED, OfferState.DISPUTED);

    @ParameterizedTest
    @EnumSource
    void onlyAnUnansweredOfferEndsAndAtItsEndAlready(OfferState state) {
        OfferState ended = UNANSWERED.contains(state) ? OfferState.EXPIRED : state;
        assertThat(state.at(END.minusMillis(1), END)).isEqualTo(state);
        assertThat(state.at(END, END)).isEqualTo(ended);
        assertThat(state.at(END.plusMillis(1), END)).isEqualTo(ended);
    }

    @Test
    void eachStateHasAWord() {
        assertThat(OfferState.DISPUTED.key()).isEqualTo("award.state.disputed");
    }

    /** At the same time of day where the organisation is, whatever the clocks do in between. */
    @ParameterizedTest
    @CsvSource({
        "PARIS, 2026-11-02T09:00:00Z, 2027-11-02T09:00:00Z",
        "PARIS, 2026-06-01T09:00:00Z, 2027-06-01T09:00:00Z",
        "PARIS, 2026-08-31T09:00:00Z, 2027-08-31T09:00:00Z",
        "REUNION, 2026-11-02T09:00:00Z, 2027-11-02T09:00:00Z",
        "PARIS, 2027-10-28T08:00:00Z, 2028-10-28T08:00:00Z",
    })
    void anOfferIsOpenForTwelveMonths(FrenchZone zone, Instant from, Instant end) {
        assertThat(Offer.ends(from, zone)).isEqualTo(end);
    }
}
