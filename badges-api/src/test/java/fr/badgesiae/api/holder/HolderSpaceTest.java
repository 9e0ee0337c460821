package fr.badgesiae.api.holder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HolderSpaceTest {
    private static final String PIN = "271828";
    private static final String OTHER = "314159";

    private ClaimFixture fixture;
    private OfferId offer;
    private Code card;
    private HolderId holder;
    private OpenSpace space;
    private ChangePin pins;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        offer = fixture.offered();
        card = fixture.carded(offer, PIN);
        holder = fixture.person(fixture.find(offer).person().id()).holder();
        space = fixture.holders.space();
        PinCheck check =
                new PinCheck(fixture.platform.database(), fixture.platform.passwords(), fixture.platform.clock());
        pins = new ChangePin(
                fixture.platform.database(), fixture.platform.passwords(), check, fixture.platform.audit());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> visits() {
        return fixture
                .platform
                .database()
                .inHolder(holder, handle -> handle.attach(HolderDao.class).visits(holder.value(), 50))
                .stream()
                .map(VisitRow::how)
                .toList();
    }

    @Test
    void cardAndPinOpenTheSpaceAndTheHistorySaysSo() {
        assertThat(space.apply(card, OTHER)).isInstanceOf(OpenSpace.Wrong.class);
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        assertThat(space.apply(card, PIN)).isEqualTo(new OpenSpace.Opened(holder));

        assertThat(visits()).containsExactly("CARD", "REFUSED");
        assertThat(fixture.audited("HOLDER_OPENED", holder.value())).isEqualTo(1);
    }

    @Test
    void anUnknownCardIsAsWrongAsAWrongPin() {
        assertThat(space.apply(fixture.platform.ids().code(), PIN)).isInstanceOf(OpenSpace.Wrong.class);
    }

    @Test
    void fiveWrongPinsLockTheSpaceForAnHourThenForTwo() {
        for (int i = 0; i < 5; i++) {
            assertThat(space.apply(card, OTHER)).isInstanceOf(OpenSpace.Wrong.class);
        }
        assertThat(space.apply(card, PIN)).isInstanceOf(OpenSpace.Later.class);

        fixture.setup.clock().advance(Duration.ofMinutes(61));
        for (int i = 0; i < 5; i++) {
            assertThat(space.apply(card, OTHER)).isInstanceOf(OpenSpace.Wrong.class);
        }
        fixture.setup.clock().advance(Duration.ofMinutes(61));
        assertThat(space.apply(card, PIN)).isInstanceOf(OpenSpace.Later.class);
        fixture.setup.clock().advance(Duration.ofMinutes(60));
        assertThat(space.apply(card, PIN)).isInstanceOf(OpenSpace.Opened.class);
    }

    @Test
    void thePinChangesOnlyForWhoeverKnowsItAndOnlyToAGoodOne() {
        assertThat(pins.apply(holder, PIN, "111111")).isEqualTo(ChangePin.Outcome.TOO_SIMPLE);
        assertThat(pins.apply(holder, OTHER, OTHER)).isEqualTo(ChangePin.Outcome.WRONG);
        assertThat(pins.apply(holder, PIN, OTHER)).isEqualTo(ChangePin.Outcome.CHANGED);

        assertThat(space.apply(card, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.apply(card, OTHER)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(fixture.audited("HOLDER_PIN_CHANGED", holder.value())).isEqualTo(1);
    }

    @Test
    void aNewCardReplacesTheOldOneAndKeepsThePin() {
        RecoveryCards cards = fixture.holders.cards();
        Code fresh = fixture.platform.database().inHolder(holder, handle -> {
            cards.replace(handle, holder);
            return cards.shown(handle, holder).orElseThrow();
        });

        assertThat(space.apply(card, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.apply(fresh, PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(shown(cards)).as("opened with, so no longer shown").isEmpty();
    }

    @Test
    void aShownCardIsForgottenAfterAWeek() {
        RecoveryCards cards = fixture.holders.cards();
        fixture.platform.database().inHolder(holder, handle -> cards.replace(handle, holder));
        fixture.setup.clock().advance(ForgetShownCards.SHOWN.plusSeconds(1));

        new ForgetShownCards(fixture.platform.database(), fixture.platform.clock()).apply();

        assertThat(shown(cards)).isEmpty();
    }

    private Optional<Code> shown(RecoveryCards cards) {
        return fixture.platform.database().inHolder(holder, handle -> cards.shown(handle, holder));
    }

    @Test
    void nobodyElseSeesTheHoldersRows() {
        long seen = fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> handle.select(
                                        "SELECT (SELECT count(*) FROM holder) + (SELECT count(*) FROM holder_access)"
                                                + " + (SELECT count(*) FROM holder_visit)")
                                .mapTo(Long.class)
                                .one());

        assertThat(seen).isZero();
    }
}
