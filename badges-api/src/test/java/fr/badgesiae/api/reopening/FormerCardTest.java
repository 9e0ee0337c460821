package fr.badgesiae.api.reopening;

import static fr.badgesiae.api.reopening.CardedSpace.NEW_PIN;
import static fr.badgesiae.api.reopening.CardedSpace.PIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.access.AnswerWithFormerCard;
import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** After a slip was used: what waits, who objects, and who has the former card. */
class FormerCardTest {
    @RegisterExtension
    final CardedSpace space = new CardedSpace();

    @Test
    void badgesOfAnotherOrganisationWaitSevenDays() {
        OrganisationId other = space.anotherOrganisation();
        assertThat(space.seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        space.reopened();

        assertThat(space.seenOf(other)).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L));
        assertThat(space.seenOf(space.fixture.organisation)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(space.notice().othersWait()).isTrue();

        Code fresh = space.shownCard().orElseThrow();
        space.fixture.setup.clock().advance(RecoveryCards.WAIT.minusSeconds(1));
        assertThat(space.open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(space.seenOf(other)).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L));
        space.fixture.setup.clock().advance(Duration.ofSeconds(2));
        assertThat(space.open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(space.seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(space.open(space.card, PIN))
                .as("no objection after the wait")
                .isNotInstanceOf(OpenSpace.Replaced.class);
    }

    @Test
    void theFormerCardBringsThemBackAtOnce() {
        OrganisationId other = space.anotherOrganisation();
        space.reopened();
        OpenSpace.Replaced replaced = (OpenSpace.Replaced) space.open(space.card, PIN);

        assertThat(space.former()
                        .apply(space.holder, replaced.card(), AnswerWithFormerCard.Answer.IT_WAS_ME)
                        .given())
                .isTrue();

        assertThat(space.seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(space.state()).isEqualTo(ReopeningState.CONFIRMED);
        assertThat(space.open(space.card, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.open(space.shownCard().orElseThrow(), NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
    }

    @Test
    void whoeverHasTheFormerCardTakesTheSpaceBack() {
        OrganisationId other = space.anotherOrganisation();
        space.reopened();
        space.fixture.setup.clock().advance(Duration.ofMinutes(1));
        space.reopened();
        Code taken = space.shownCard().orElseThrow();
        space.session();
        OpenSpace.Replaced replaced = (OpenSpace.Replaced) space.open(space.card, PIN);

        assertThat(space.former()
                        .apply(space.holder, replaced.card(), AnswerWithFormerCard.Answer.IT_WAS_NOT_ME)
                        .given())
                .isTrue();

        assertThat(space.openSessions()).as("their own").isEqualTo(1);
        assertThat(space.open(taken, NEW_PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(space.open(space.card, PIN))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", space.holder);
        assertThat(space.seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(space.state()).isEqualTo(ReopeningState.OBJECTED);
        assertThat(space.former()
                        .apply(space.holder, replaced.card(), AnswerWithFormerCard.Answer.IT_WAS_ME)
                        .given())
                .as("answered before")
                .isFalse();
    }

    @Test
    void anObjectionClosesASlipThatWaits() {
        SlipSecrets.Clear slip = space.slip();

        assertThat(space.object(space.session())).isTrue();

        assertThat(space.use(slip)).isEqualTo(new UseReopening.Shut(FindReopening.Found.CLOSED));
        assertThat(space.open(space.card, PIN))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", space.holder);
        assertThat(space.state()).isEqualTo(ReopeningState.OBJECTED);
    }

    @Test
    void afterAnObjectionTheBadgesOfOthersDoNotComeBackByThemselves() {
        OrganisationId other = space.anotherOrganisation();
        space.reopened();
        Code fresh = space.shownCard().orElseThrow();
        assertThat(space.object(space.session())).isTrue();

        space.fixture.setup.clock().advance(RecoveryCards.WAIT.plusDays(30));
        assertThat(space.open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);

        assertThat(space.seenOf(other)).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L));
        assertThat(space.notice().reopening().state()).isEqualTo(ReopeningState.OBJECTED);
    }

    @Test
    void afterAnObjectionOnlyAnAdministratorMakesAnotherSlip() {
        space.slip();
        assertThat(space.object(space.session())).isTrue();

        assertThat(space.make(space.counsellor)).isEqualTo(ReopenAccess.Outcome.OBJECTED);
        assertThat(space.make(space.member(space.fixture.counsellor, Role.ORG_ADMIN)))
                .isEqualTo(ReopenAccess.Outcome.MADE);
    }
}
