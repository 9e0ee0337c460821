package fr.badgesiae.api.reopening;

import static fr.badgesiae.api.reopening.CardedSpace.NEW_PIN;
import static fr.badgesiae.api.reopening.CardedSpace.PIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.claim.Progress;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.space.SpaceState;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.client.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A slip makes a new card and PIN. */
class ReopeningTest {
    @RegisterExtension
    final CardedSpace space = new CardedSpace();

    @Test
    void aSlipMakesANewCardAndPinAndEndsEveryOldWayIn() {
        space.session();
        space.session();
        space.reopened();

        Code fresh = space.shownCard().orElseThrow();
        assertThat(fresh).isNotEqualTo(space.card);
        assertThat(space.openSessions()).as("their own").isEqualTo(1);
        assertThat(space.open(space.card, PIN)).isInstanceOf(OpenSpace.Replaced.class);
        assertThat(space.open(fresh, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.open(fresh, NEW_PIN))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", space.holder);
        assertThat(space.shownCard()).as("used once").isEmpty();
        assertThat(space.fixture.count("audit_event WHERE code = 'ACCESS_REOPENED'"))
                .isEqualTo(1);
        assertThat(space.fixture.count(
                        "audit_event WHERE code = 'ACCESS_REOPENING_MADE' AND actor_id = ?",
                        space.fixture.counsellor.value()))
                .isEqualTo(1);
    }

    @Test
    void theOldCardOpensTheSpaceUntilTheSlipIsUsed() {
        SlipSecrets.Clear slip = space.slip();

        assertThat(space.open(space.card, PIN))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", space.holder);
        assertThat(space.notice().reopening().state()).isEqualTo(ReopeningState.OPEN);
        assertThat(space.use(slip)).isInstanceOf(UseReopening.Opened.class);
        assertThat(space.notice().reopening().state()).isEqualTo(ReopeningState.USED);
        assertThat(space.use(slip)).isEqualTo(new UseReopening.Shut(FindReopening.Found.USED));
    }

    private ShowCardAgain.Outcome again(SlipSecrets.Clear slip, String pin) {
        return space.fixture.reopenings.again().apply(slip.code(), pin, Client.unknown());
    }

    private FindReopening.Found found(SlipSecrets.Clear slip) {
        return space.fixture.reopenings.find().apply(slip.code());
    }

    @Test
    void aUsedSlipLeadsToTheNewCardUntilThatWasUsed() {
        SlipSecrets.Clear slip = space.slip();
        assertThat(again(slip, NEW_PIN)).as("before its use").isEqualTo(new ShowCardAgain.Over());
        space.use(slip);
        Code fresh = space.shownCard().orElseThrow();

        assertThat(found(slip)).isEqualTo(FindReopening.Found.SHOWS_CARD);
        assertThat(again(slip, slip.pin())).as("the PIN on the slip").isEqualTo(new ShowCardAgain.Wrong());
        assertThat(again(slip, PIN)).as("the former PIN").isEqualTo(new ShowCardAgain.Wrong());
        assertThat(again(slip, NEW_PIN))
                .isInstanceOf(ShowCardAgain.Shown.class)
                .hasFieldOrPropertyWithValue("holder", space.holder);
        assertThat(space.shownCard()).as("to look at the card is no use of it").contains(fresh);

        assertThat(space.open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(found(slip)).isEqualTo(FindReopening.Found.USED);
        assertThat(again(slip, NEW_PIN)).isEqualTo(new ShowCardAgain.Over());
    }

    @Test
    void aUsedSlipLeadsToNoCardThatItDidNotMake() {
        SlipSecrets.Clear first = space.slip();
        space.use(first);
        space.fixture.setup.clock().advance(Duration.ofMinutes(1));
        SlipSecrets.Clear second = space.slip();
        space.use(second);
        assertThat(again(first, NEW_PIN)).isEqualTo(new ShowCardAgain.Over());
        assertThat(again(second, NEW_PIN))
                .isInstanceOf(ShowCardAgain.Shown.class)
                .hasFieldOrPropertyWithValue("holder", space.holder);

        space.fixture.setup.clock().advance(Duration.ofMinutes(1));
        space.fixture
                .platform
                .database()
                .inHolder(space.holder, handle -> space.fixture.holders.cards().replace(handle, space.holder));
        assertThat(space.shownCard()).isPresent();
        assertThat(again(second, NEW_PIN)).isEqualTo(new ShowCardAgain.Over());
    }

    @Test
    void wrongPinsOnAUsedSlipLockTheCard() {
        SlipSecrets.Clear slip = space.slip();
        space.use(slip);
        for (int i = 0; i < 5; i++) {
            assertThat(again(slip, "141421")).isEqualTo(new ShowCardAgain.Wrong());
        }
        assertThat(again(slip, NEW_PIN)).isEqualTo(new ShowCardAgain.Later());
    }

    @Test
    void aMemberMakesFiveSlipsADay() {
        for (int i = 0; i < ReopenAccess.MOST; i++) {
            assertThat(space.make(space.counsellor)).isEqualTo(ReopenAccess.Outcome.MADE);
        }
        assertThat(space.make(space.counsellor)).isEqualTo(ReopenAccess.Outcome.TOO_MANY);
        assertThat(space.make(space.member(space.fixture.setup.member(space.fixture.organisation), Role.COUNSELLOR)))
                .isEqualTo(ReopenAccess.Outcome.MADE);
        space.fixture.setup.clock().advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(space.make(space.counsellor)).isEqualTo(ReopenAccess.Outcome.MADE);
        assertThat(space.fixture.count("access_reopening WHERE state = 'OPEN'")).isEqualTo(1);
    }

    @Test
    void thePinOfTheSlipIsNoPinOfOnesOwnAndNoAttempt() {
        SlipSecrets.Clear slip = space.slip();

        assertThat(space.fixture.reopenings.use().apply(slip.code(), slip.pin(), slip.pin(), Client.unknown()))
                .isEqualTo(new UseReopening.PinOfSlip());
        assertThat(space.fixture.count("access_reopening WHERE failed_pins = 0 AND state = 'OPEN'"))
                .isEqualTo(1);
        assertThat(space.use(slip)).isInstanceOf(UseReopening.Opened.class);
    }

    @Test
    void fiveWrongPinsLockTheSlipAndASimplePinIsNoAttempt() {
        SlipSecrets.Clear slip = space.slip();
        UseReopening use = space.fixture.reopenings.use();
        String wrong = ClaimFixture.wrong(slip.pin());

        assertThat(use.apply(slip.code(), slip.pin(), "111111", Client.unknown()))
                .isEqualTo(new UseReopening.TooSimple());
        for (int left = 4; left > 0; left--) {
            assertThat(use.apply(slip.code(), wrong, NEW_PIN, Client.unknown()))
                    .isEqualTo(new UseReopening.Wrong(left));
        }
        UseReopening.Shut locked = new UseReopening.Shut(FindReopening.Found.LOCKED);
        assertThat(use.apply(slip.code(), wrong, NEW_PIN, Client.unknown())).isEqualTo(locked);
        assertThat(space.use(slip)).isEqualTo(locked);
        assertThat(space.open(space.card, PIN))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", space.holder);
    }

    @Test
    void aSlipOpensForTwoDays() {
        SlipSecrets.Clear slip = space.slip();
        space.fixture.setup.clock().advance(Reopening.LIFE);

        assertThat(space.use(slip)).isEqualTo(new UseReopening.Shut(FindReopening.Found.CLOSED));
    }

    /** Whoever makes an offer and accepts it themselves gets no further than its end. */
    @Test
    void noOtherClaimLeadsToTheNewCard() {
        OfferId pending = space.fixture.offered(space.person);
        space.fixture.accepted(pending);
        space.reopened();
        OfferId later = space.fixture.offered(space.person);
        space.fixture.accepted(later);

        for (OfferId claim : List.of(pending, later)) {
            Progress progress = space.fixture.claims.progress().apply(space.fixture.organisation, claim);
            assertThat(progress.step()).isEqualTo(Progress.Step.DONE);
            assertThat(progress.card()).isEmpty();
        }
    }

    private SpaceState.Way way(PersonId whose) {
        return space.fixture
                .platform
                .database()
                .inOrganisation(
                        space.fixture.organisation,
                        handle -> new ReadSpaceState(space.fixture.platform.clock())
                                .of(handle, space.fixture.person(whose)))
                .way();
    }

    @Test
    void theDeskKnowsHowAPersonGetsIntoTheirSpace() {
        PersonId fresh = space.fixture.person();
        assertThat(way(fresh)).isEqualTo(SpaceState.Way.NONE);
        OfferId offer = space.fixture.offered(fresh);
        space.fixture.accepted(offer);
        assertThat(way(fresh)).as("no paper was printed").isEqualTo(SpaceState.Way.NO_CARD);

        PersonId other = space.fixture.person();
        OfferId printed = space.fixture.offered(other);
        assertThat(space.fixture.slip(printed)).isNotNull();
        space.fixture.accepted(printed);
        assertThat(way(other)).isEqualTo(SpaceState.Way.SLIP);

        assertThat(way(space.person)).isEqualTo(SpaceState.Way.CARD_UNUSED);
        assertThat(space.open(space.card, PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(way(space.person)).isEqualTo(SpaceState.Way.CARD);
        space.slip();
        assertThat(way(space.person)).isEqualTo(SpaceState.Way.REOPENING);
    }
}
