package fr.badgesiae.api.holder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.award.Counter;
import fr.badgesiae.api.award.OfferId;
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

    private Counter counter;
    private OfferId offer;
    private Code card;
    private HolderId holder;
    private OpenSpace space;
    private ChangePin pins;

    @BeforeEach
    void open() {
        counter = Counter.open();
        offer = counter.offered();
        card = counter.carded(offer, PIN);
        holder = counter.person(counter.find(offer).person().id()).holder();
        space = counter.holders.space();
        pins = new ChangePin(
                counter.platform.database(),
                counter.platform.passwords(),
                counter.platform.clock(),
                counter.platform.audit());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private List<String> visits() {
        return counter
                .platform
                .database()
                .inHolder(holder, handle -> handle.attach(HolderDao.class).visits(holder.value(), 50))
                .stream()
                .map(VisitRow::how)
                .toList();
    }

    @Test
    void cardAndPinOpenTheSpaceAndTheHistorySaysSo() {
        assertThat(space.open(card, OTHER)).isInstanceOf(OpenSpace.Wrong.class);
        counter.house.clock().advance(Duration.ofMinutes(1));
        assertThat(space.open(card, PIN)).isEqualTo(new OpenSpace.Opened(holder));

        assertThat(visits()).containsExactly("CARD", "REFUSED");
        assertThat(counter.audited("HOLDER_OPENED", holder.value())).isEqualTo(1);
    }

    @Test
    void anUnknownCardIsAsWrongAsAWrongPin() {
        assertThat(space.open(counter.platform.ids().code(), PIN)).isInstanceOf(OpenSpace.Wrong.class);
    }

    @Test
    void fiveWrongPinsCloseTheDoorForAnHourThenForTwo() {
        for (int i = 0; i < 5; i++) {
            assertThat(space.open(card, OTHER)).isInstanceOf(OpenSpace.Wrong.class);
        }
        assertThat(space.open(card, PIN)).isInstanceOf(OpenSpace.Later.class);

        counter.house.clock().advance(Duration.ofMinutes(61));
        for (int i = 0; i < 5; i++) {
            assertThat(space.open(card, OTHER)).isInstanceOf(OpenSpace.Wrong.class);
        }
        counter.house.clock().advance(Duration.ofMinutes(61));
        assertThat(space.open(card, PIN)).isInstanceOf(OpenSpace.Later.class);
        counter.house.clock().advance(Duration.ofMinutes(60));
        assertThat(space.open(card, PIN)).isInstanceOf(OpenSpace.Opened.class);
    }

    @Test
    void thePinChangesOnlyForWhoeverKnowsItAndOnlyToAGoodOne() {
        assertThat(pins.change(holder, PIN, "111111")).isEqualTo(ChangePin.Outcome.TOO_SIMPLE);
        assertThat(pins.change(holder, OTHER, OTHER)).isEqualTo(ChangePin.Outcome.WRONG);
        assertThat(pins.change(holder, PIN, OTHER)).isEqualTo(ChangePin.Outcome.CHANGED);

        assertThat(space.open(card, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.open(card, OTHER)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(counter.audited("HOLDER_PIN_CHANGED", holder.value())).isEqualTo(1);
    }

    @Test
    void aNewCardKillsTheOldOneAndKeepsThePin() {
        RecoveryCards cards = counter.holders.cards();
        Code fresh = counter.platform.database().inHolder(holder, handle -> {
            cards.replace(handle, holder);
            return cards.shown(handle, holder).orElseThrow();
        });

        assertThat(space.open(card, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.open(fresh, PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(shown(cards)).as("opened with, so no longer shown").isEmpty();
    }

    @Test
    void aShownCardIsForgottenAfterAWeek() {
        RecoveryCards cards = counter.holders.cards();
        counter.platform.database().inHolder(holder, handle -> cards.replace(handle, holder));
        counter.house.clock().advance(HolderModule.CARD_SHOWN.plusSeconds(1));

        counter.platform
                .database()
                .inPublic(handle -> handle.attach(HolderDao.class)
                        .forgetShownCards(counter.platform.clock().instant().minus(HolderModule.CARD_SHOWN)));

        assertThat(shown(cards)).isEmpty();
    }

    private Optional<Code> shown(RecoveryCards cards) {
        return counter.platform.database().inHolder(holder, handle -> cards.shown(handle, holder));
    }

    @Test
    void nobodyElseSeesTheHoldersRows() {
        long seen = counter.platform
                .database()
                .inOrganisation(
                        counter.organisation,
                        handle -> handle.select(
                                        "SELECT (SELECT count(*) FROM holder) + (SELECT count(*) FROM holder_access)"
                                                + " + (SELECT count(*) FROM holder_visit)")
                                .mapTo(Long.class)
                                .one());

        assertThat(seen).isZero();
    }
}
