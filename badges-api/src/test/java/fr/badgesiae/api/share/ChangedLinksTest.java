package fr.badgesiae.api.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links that are switched on again, changed, or brought back together. */
class ChangedLinksTest {
    @RegisterExtension
    final SharedSpace space = new SharedSpace();

    private SwitchOnLink switchOn() {
        return new SwitchOnLink(
                space.fixture.platform.database(), space.fixture.platform.clock(), space.fixture.platform.audit());
    }

    @Test
    void aLinkThatWasSwitchedOffIsOnAgainWithinAWeek() {
        Code code = space.made(90);
        UUID id = space.found(code).id();
        space.switchOff.apply(space.holder, id);
        space.fixture.setup.clock().advance(Duration.ofDays(6));
        assertThat(space.found(code).undoableUntil(space.now())).isNotNull();
        assertThat(switchOn().apply(space.holder, id)).isTrue();
        assertThat(space.found(code).isOpen(space.now())).isTrue();
        assertThat(space.show.apply(space.holder, id).code())
                .as("the address on the CV")
                .isEqualTo(code);
        assertThat(space.fixture.audited("SHARE_SWITCHED_ON", id)).isEqualTo(1);
        assertThat(switchOn().apply(space.holder, id)).isFalse();
        space.switchOff.apply(space.holder, id);
        space.fixture.setup.clock().advance(Duration.ofDays(8));
        assertThat(space.found(code).undoableUntil(space.now())).isNull();
        assertThat(switchOn().apply(space.holder, id)).isFalse();
        assertThat(space.found(code).isOpen(space.now())).isFalse();
    }

    @Test
    void aLinkOfAnotherHolderStaysOff() {
        Code code = space.made(90);
        UUID id = space.found(code).id();
        space.switchOff.apply(space.holder, id);
        HolderId other = space.fixture.accepted(space.fixture.offered()).holder();
        assertThatThrownBy(() -> switchOn().apply(other, id)).isInstanceOf(ProblemException.class);
        assertThat(space.found(code).isOpen(space.now())).isFalse();
    }

    private void change(HolderId whose, UUID link, String label, Integer days) {
        new ChangeLink(
                        space.fixture.platform.database(),
                        space.fixture.platform.clock(),
                        space.fixture.platform.audit())
                .apply(whose, link, label, days);
    }

    @Test
    void aLinkGetsAnotherLabelAndKeepsItsAddressAndItsEnd() {
        Code code = space.made(90);
        UUID id = space.found(code).id();
        Instant ends = space.found(code).ends();

        change(space.holder, id, "Une mairie", null);

        assertThat(space.found(code).label()).isEqualTo("Une mairie");
        assertThat(space.found(code).ends()).isEqualTo(ends);
        assertThat(space.show.apply(space.holder, id).code()).isEqualTo(code);
        assertThat(space.fixture.audited("SHARE_CHANGED", id)).isEqualTo(1);
    }

    @Test
    void aLinkThatHasEndedIsProlonged() {
        Code code = space.made(1);
        UUID id = space.found(code).id();
        space.fixture.setup.clock().advance(Duration.ofDays(3));
        assertThat(space.found(code).isOpen(space.now())).isFalse();

        change(space.holder, id, "Pour un employeur", 30);

        assertThat(space.found(code).isOpen(space.now())).isTrue();
        assertThat(space.found(code).ends()).isEqualTo(space.now().plus(Duration.ofDays(30)));
        assertThat(space.fixture.audited("SHARE_PROLONGED", id)).isEqualTo(1);
    }

    @Test
    void aLabelOfSpacesIsNone() {
        assertThat(ShareBadge.check("\u00a0\u200b ", "30").byField()).containsOnlyKeys("label");
        assertThat(ShareBadge.check("❤", "30").isEmpty()).isTrue();
    }

    @Test
    void aLinkOfAnotherHolderOrOneThatIsOffIsNotChanged() {
        UUID id = space.found(space.made(90)).id();
        HolderId other = space.fixture.accepted(space.fixture.offered()).holder();
        assertThatThrownBy(() -> change(other, id, "x", null)).isInstanceOf(ProblemException.class);
        space.switchOff.apply(space.holder, id);
        assertThatThrownBy(() -> change(space.holder, id, "x", 30)).isInstanceOf(ProblemException.class);
        assertThat(space.show.apply(space.holder, id).share().label()).isEqualTo("Pour un employeur");
    }

    @Test
    void theHolderReadsWhenALinkWasLastLookedAt() {
        Code code = space.made(90);
        UUID id = space.found(code).id();
        assertThat(space.show.apply(space.holder, id).lastViewed()).isNull();
        space.fixture.setup.clock().advance(Duration.ofDays(2));
        space.links.viewed(id);
        space.fixture.shares.countViews().apply();
        assertThat(space.show.apply(space.holder, id).lastViewed()).isEqualTo(space.now());
    }

    @Test
    void undoingTheHidingBringsBackWhatItHidAndNothingElse() {
        Code before = space.made(90);
        Code one = space.made(90);
        Code two = space.made(90);
        space.switchOff.apply(space.holder, space.found(before).id());
        space.fixture.setup.clock().advance(Duration.ofMinutes(1));
        space.fixture.shares.hideEverything().apply(space.holder);
        assertThat(space.fixture.shares.showAgain().apply(space.holder)).isEqualTo(2);
        assertThat(space.found(one).isOpen(space.now())).isTrue();
        assertThat(space.found(two).isOpen(space.now())).isTrue();
        assertThat(space.found(before).isOpen(space.now())).isFalse();
    }
}
