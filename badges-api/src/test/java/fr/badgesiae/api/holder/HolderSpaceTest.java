package fr.badgesiae.api.holder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.TestSessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.client.TestClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private Sessions sessions;
    private ChangePin pins;
    private ReplaceCard replace;
    private HolderPrincipal here;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        offer = fixture.offered();
        card = fixture.carded(offer, PIN);
        holder = fixture.person(fixture.find(offer).person().id()).holder();
        space = fixture.holders.space();
        PinCheck check = new PinCheck(fixture.platform);
        sessions = new Sessions(
                fixture.platform.database(),
                fixture.platform.settings(),
                fixture.platform.vault(),
                fixture.platform.ids(),
                fixture.platform.clock());
        pins = new ChangePin(
                fixture.platform.database(), fixture.platform.passwords(), check, sessions, fixture.platform.audit());
        replace = new ReplaceCard(fixture.platform.database(), check, fixture.holders.cards(), sessions);
        here = new HolderPrincipal(holder, session(), FrenchZone.PARIS);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A new session of the holder, as on one more device. */
    private UUID session() {
        List<UUID> before = open(holder);
        assertThat(new TestSessions(fixture.platform, sessions).openHolder(holder))
                .hasSize(1);
        List<UUID> after = new ArrayList<>(open(holder));
        after.removeAll(before);
        return after.get(0);
    }

    private List<UUID> open(HolderId of) {
        return fixture.platform
                .database()
                .inHolder(
                        of,
                        handle -> handle.createQuery(
                                        "SELECT id FROM session WHERE holder_id = :holder AND kind = 'HOLDER'")
                                .bind("holder", of.value())
                                .mapTo(UUID.class)
                                .list());
    }

    @Test
    void aNewPinEndsTheSessionsOnOtherDevicesAndNoOthers() {
        UUID other = session();
        HolderId neighbour = new HolderId(fixture.platform.ids().uuid());
        fixture.platform.database().inHolder(neighbour, handle -> {
            fixture.holders.cards().create(handle, neighbour);
            return true;
        });
        assertThat(new TestSessions(fixture.platform, sessions).openHolder(neighbour))
                .hasSize(1);

        assertThat(pins.apply(here, OTHER, "161803")).isEqualTo(ChangePin.Outcome.WRONG);
        assertThat(open(holder)).contains(other, here.session());
        assertThat(pins.apply(here, PIN, OTHER)).isEqualTo(ChangePin.Outcome.CHANGED);
        assertThat(open(holder)).containsExactly(here.session());
        assertThat(open(neighbour)).hasSize(1);
    }

    @Test
    void aNewCardEndsTheSessionsOnOtherDevices() {
        UUID other = session();
        assertThat(replace.apply(here, OTHER)).isEqualTo(ReplaceCard.Outcome.WRONG);
        assertThat(open(holder)).contains(other);
        assertThat(replace.apply(here, PIN)).isEqualTo(ReplaceCard.Outcome.REPLACED);
        assertThat(open(holder)).containsExactly(here.session());
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
        assertThat(space.apply(card, OTHER, Client.unknown())).isInstanceOf(OpenSpace.Wrong.class);
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        assertThat(space.apply(card, PIN, Client.unknown()))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", holder);

        assertThat(visits()).containsExactly("CARD", "REFUSED");
        assertThat(fixture.audited("HOLDER_OPENED", holder.value())).isEqualTo(1);
    }

    @Test
    void anUnknownCardIsAsWrongAsAWrongPin() {
        assertThat(space.apply(fixture.platform.ids().code(), PIN, Client.unknown()))
                .isInstanceOf(OpenSpace.Wrong.class);
    }

    @Test
    void fiveWrongPinsLockTheSpaceForAnHourThenForTwo() {
        for (int i = 0; i < 5; i++) {
            assertThat(space.apply(card, OTHER, Client.unknown())).isInstanceOf(OpenSpace.Wrong.class);
        }
        assertThat(space.apply(card, PIN, Client.unknown())).isInstanceOf(OpenSpace.Later.class);

        fixture.setup.clock().advance(Duration.ofMinutes(61));
        for (int i = 0; i < 5; i++) {
            assertThat(space.apply(card, OTHER, Client.unknown())).isInstanceOf(OpenSpace.Wrong.class);
        }
        fixture.setup.clock().advance(Duration.ofMinutes(61));
        assertThat(space.apply(card, PIN, Client.unknown())).isInstanceOf(OpenSpace.Later.class);
        fixture.setup.clock().advance(Duration.ofMinutes(60));
        assertThat(space.apply(card, PIN, Client.unknown())).isInstanceOf(OpenSpace.Opened.class);
    }

    private void lock() {
        for (int i = 0; i < 5; i++) {
            assertThat(space.apply(card, OTHER, Client.unknown())).isInstanceOf(OpenSpace.Wrong.class);
        }
        assertThat(space.apply(card, PIN, Client.unknown())).isInstanceOf(OpenSpace.Later.class);
    }

    private Client device(KnownDevice.Kind kind, String subject) {
        return TestClients.known(fixture.platform, "203.0.113.7", kind, subject);
    }

    @Test
    void aDeviceIsKnownForACardOnceThePinWasRight() {
        Client client = device(KnownDevice.Kind.ACCOUNT, "another");
        space.apply(card, OTHER, client);
        assertThat(client.device().knows(KnownDevice.Kind.CARD, holder.toString()))
                .isFalse();
        space.apply(card, PIN, client);
        assertThat(client.device().knows(KnownDevice.Kind.CARD, holder.toString()))
                .isTrue();
    }

    @Test
    void whoeverLocksACardDoesNotStopTheDeviceOfItsHolder() {
        Client own = device(KnownDevice.Kind.CARD, holder.toString());
        lock();
        assertThat(space.apply(card, OTHER, own)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.apply(card, PIN, own))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", holder);
        assertThat(space.apply(card, PIN, Client.unknown()))
                .as("still locked for others")
                .isInstanceOf(OpenSpace.Later.class);
        assertThat(space.apply(card, PIN, device(KnownDevice.Kind.CARD, "another")))
                .as("known for another card")
                .isInstanceOf(OpenSpace.Later.class);
    }

    @Test
    void aKnownDeviceGuessesNoMoreThanACardAllows() {
        Client stolen = device(KnownDevice.Kind.CARD, holder.toString());
        for (int i = 0; i < 5; i++) {
            assertThat(space.apply(card, OTHER, stolen)).isInstanceOf(OpenSpace.Wrong.class);
        }
        assertThat(space.apply(card, PIN, stolen)).isInstanceOf(OpenSpace.Later.class);
        assertThat(space.apply(card, PIN, Client.unknown()))
                .as("its guesses lock nobody else out")
                .isInstanceOf(OpenSpace.Opened.class);
        int compared = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            fixture.setup.clock().advance(Duration.ofMinutes(1));
            compared += space.apply(card, OTHER, stolen) instanceof OpenSpace.Wrong ? 1 : 0;
        }
        assertThat(compared).as("in a day").isBetween(20, 40);
    }

    @Test
    void whoeverLocksACardDoesNotStopItsReplacementFromTheOpenSpace() {
        lock();
        assertThat(replace.apply(here, PIN)).isEqualTo(ReplaceCard.Outcome.REPLACED);
    }

    @Test
    void fiveWrongPinsInTheOpenSpaceMakeItWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(replace.apply(here, OTHER)).isEqualTo(ReplaceCard.Outcome.WRONG);
        }
        assertThat(replace.apply(here, PIN)).isEqualTo(ReplaceCard.Outcome.LATER);
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        assertThat(replace.apply(here, PIN)).isEqualTo(ReplaceCard.Outcome.REPLACED);
    }

    @Test
    void thePinChangesOnlyForWhoeverKnowsItAndOnlyToAGoodOne() {
        assertThat(pins.apply(here, PIN, "111111")).isEqualTo(ChangePin.Outcome.TOO_SIMPLE);
        assertThat(pins.apply(here, OTHER, OTHER)).isEqualTo(ChangePin.Outcome.WRONG);
        assertThat(pins.apply(here, PIN, OTHER)).isEqualTo(ChangePin.Outcome.CHANGED);

        assertThat(space.apply(card, PIN, Client.unknown())).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.apply(card, OTHER, Client.unknown())).isInstanceOf(OpenSpace.Opened.class);
        assertThat(fixture.audited("HOLDER_PIN_CHANGED", holder.value())).isEqualTo(1);
    }

    @Test
    void aNewCardReplacesTheOldOneAndKeepsThePin() {
        RecoveryCards cards = fixture.holders.cards();
        Code fresh = fixture.platform.database().inHolder(holder, handle -> {
            cards.replace(handle, holder);
            return cards.shown(handle, holder).orElseThrow();
        });

        assertThat(space.apply(card, PIN, Client.unknown())).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.apply(fresh, PIN, Client.unknown())).isInstanceOf(OpenSpace.Opened.class);
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
