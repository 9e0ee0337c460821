package fr.badgesiae.api.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.share.link.Share;
import fr.badgesiae.api.share.words.MatchingWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShareBadgeTest {
    @RegisterExtension
    final SharedSpace space = new SharedSpace();

    @Test
    void everythingIsPrivateUntilALinkIsMade() {
        assertThat(space.fixture.count("share_link")).isZero();

        Code code = space.made(90);

        Share found = space.found(code);
        assertThat(found.isOpen(space.now())).isTrue();
        assertThat(found.credential()).isEqualTo(space.badge.value());
        assertThat(found.organisation()).isEqualTo(space.fixture.organisation);
        assertThat(space.fixture.audited("SHARE_CREATED", found.id())).isEqualTo(1);
    }

    @Test
    void viewsAreCounted() {
        Code code = space.made(90);

        Code other = space.made(30);

        space.links.viewed(space.found(code).id());
        space.links.viewed(space.found(other).id());
        space.links.viewed(space.found(code).id());
        assertThat(space.found(code).views()).as("read before they are written").isEqualTo(2);
        space.fixture.shares.countViews().apply();
        space.fixture.shares.countViews().apply();

        assertThat(space.found(code).views()).isEqualTo(2);
        assertThat(space.found(other).views()).isEqualTo(1);
    }

    @Test
    void aLinkEndsByItself() {
        Code code = space.made(1);

        space.fixture.setup.clock().advance(Duration.ofDays(1));

        assertThat(space.found(code).isOpen(space.now())).isFalse();
    }

    @Test
    void switchingOffIsOnlyForItsHolder() {
        Code code = space.made(90);
        UUID id = space.found(code).id();
        HolderId other = space.fixture.accepted(space.fixture.offered()).holder();

        assertThatThrownBy(() -> space.switchOff.apply(other, id))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
        assertThat(space.found(code).isOpen(space.now())).isTrue();
        assertThat(space.switchOff.apply(space.holder, id)).isTrue();
        assertThat(space.switchOff.apply(space.holder, id)).isFalse();
        assertThat(space.found(code).isOpen(space.now())).isFalse();
        assertThat(space.fixture.audited("SHARE_SWITCHED_OFF", id)).isEqualTo(1);
    }

    @Test
    void oneTapHidesEverything() {
        Code one = space.made(90);
        Code two = space.made(30);

        assertThat(space.fixture.shares.hideEverything().apply(space.holder)).isEqualTo(2);

        assertThat(space.found(one).isOpen(space.now())).isFalse();
        assertThat(space.found(two).isOpen(space.now())).isFalse();
        assertThat(space.fixture.audited("ALL_HIDDEN", space.holder.value())).isEqualTo(1);
    }

    @Test
    void theHolderHidesTheNetworkOfOneLinkAndShowsItAgain() {
        UUID network = space.fixture.setup.organisation("Réseau Exemple").value();
        space.fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), current_date)",
                network,
                space.fixture.organisation.value()));
        UUID one = space.ids.get(space.made(90));
        UUID other = space.ids.get(space.made(30));
        ShowNetwork showNetwork = new ShowNetwork(space.fixture.platform.database(), space.fixture.platform.audit());

        showNetwork.apply(space.holder, one, false);
        showNetwork.apply(space.holder, one, false);

        assertThat(space.show.apply(space.holder, one).showsNetwork()).isFalse();
        assertThat(space.show.apply(space.holder, one).network()).isEqualTo("Réseau Exemple");
        assertThat(space.show.apply(space.holder, other).showsNetwork()).isTrue();
        assertThat(space.fixture.audited("SHARE_NETWORK_HIDDEN", one)).isEqualTo(1);

        showNetwork.apply(space.holder, one, true);
        assertThat(space.show.apply(space.holder, one).showsNetwork()).isTrue();
        HolderId stranger = space.fixture.accepted(space.fixture.offered()).holder();
        assertThatThrownBy(() -> showNetwork.apply(stranger, one, false)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theOrganisationSeesNoLink() {
        space.made(90);

        long seen = space.fixture
                .platform
                .database()
                .inOrganisation(
                        space.fixture.organisation,
                        handle -> handle.select("SELECT count(*) FROM share_link")
                                .mapTo(Long.class)
                                .one());

        assertThat(seen).isZero();
    }

    @Test
    void theTableHoldsNoCodeOfALink() {
        Code code = space.made(90);

        String stored =
                space.fixture.owner.withHandle(handle -> handle.select("SELECT share_link::text FROM share_link")
                        .mapTo(String.class)
                        .one());

        assertThat(stored).doesNotContain(code.value());
    }

    @Test
    void aWishWithoutLabelOrWithAnEndTooFarIsNone() {
        assertThatThrownBy(() -> new ShareBadge.Wish(space.badge, null, " ", 90))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareBadge.Wish(space.badge, null, "x", 731))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTwoWordsChangeEachMinute() {
        MatchingWords words = space.fixture.shares.words();
        UUID link = UUID.randomUUID();
        Instant minute = Instant.parse("2026-11-02T09:00:00Z");

        assertThat(words.at(link, minute)).isEqualTo(words.at(link, minute.plusSeconds(59)));
        Set<String> overTime = IntStream.range(0, 20)
                .mapToObj(i -> words.at(link, minute.plusSeconds(60L * i)))
                .collect(Collectors.toSet());
        assertThat(overTime).hasSizeGreaterThan(15);
    }

    @Test
    void theTwoWordsDifferFromLinkToLink() {
        MatchingWords words = space.fixture.shares.words();
        Instant minute = Instant.parse("2026-11-02T09:00:00Z");
        Set<String> overLinks = IntStream.range(0, 20)
                .mapToObj(i -> words.at(UUID.randomUUID(), minute))
                .collect(Collectors.toSet());
        assertThat(overLinks).hasSizeGreaterThan(15);
    }
}
