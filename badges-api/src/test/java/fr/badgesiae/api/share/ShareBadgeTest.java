package fr.badgesiae.api.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShareBadgeTest {
    private ClaimFixture fixture;
    private HolderId holder;
    private CredentialId badge;
    private ShareBadge share;
    private ShareLinks links;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        var accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        badge = accepted.credential();
        share = new ShareBadge(
                fixture.platform.database(),
                fixture.platform.vault(),
                fixture.platform.ids(),
                fixture.platform.clock(),
                fixture.platform.audit());
        links = fixture.shares.links();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Instant now() {
        return fixture.platform.clock().instant();
    }

    private Code made(int days) {
        UUID id = share.share(
                holder, new ShareBadge.Wish(fixture.organisation, badge.value(), "Pour un employeur", days));
        return links.of(holder).stream()
                .filter(own -> own.share().id().equals(id))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private Share found(Code code) {
        return links.of(holder).stream()
                .filter(own -> own.code().equals(code))
                .findFirst()
                .orElseThrow()
                .share();
    }

    @Test
    void everythingIsPrivateUntilALinkIsMade() {
        assertThat(links.of(holder)).isEmpty();

        Code code = made(90);

        Share found = found(code);
        assertThat(found.isOpen(now())).isTrue();
        assertThat(found.credential()).isEqualTo(badge.value());
        assertThat(found.organisation()).isEqualTo(fixture.organisation);
        assertThat(fixture.audited("SHARE_CREATED", found.id())).isEqualTo(1);
    }

    @Test
    void viewsAreCounted() {
        Code code = made(90);

        Code other = made(30);

        links.viewed(found(code).id());
        links.viewed(found(other).id());
        links.viewed(found(code).id());
        links.countViews();
        links.countViews();

        assertThat(found(code).views()).isEqualTo(2);
        assertThat(found(other).views()).isEqualTo(1);
    }

    @Test
    void aLinkEndsByItself() {
        Code code = made(1);

        fixture.setup.clock().advance(Duration.ofDays(1));

        assertThat(found(code).isOpen(now())).isFalse();
    }

    @Test
    void switchingOffIsForGoodAndOnlyForItsHolder() {
        Code code = made(90);
        UUID id = found(code).id();
        HolderId other = fixture.accepted(fixture.offered()).holder();

        assertThat(share.switchOff(other, id)).isFalse();
        assertThat(found(code).isOpen(now())).isTrue();
        assertThat(share.switchOff(holder, id)).isTrue();
        assertThat(share.switchOff(holder, id)).isFalse();
        assertThat(found(code).isOpen(now())).isFalse();
        assertThat(fixture.audited("SHARE_SWITCHED_OFF", id)).isEqualTo(1);
    }

    @Test
    void oneTapHidesEverything() {
        Code one = made(90);
        Code two = made(30);

        assertThat(share.hideEverything(holder)).isEqualTo(2);

        assertThat(found(one).isOpen(now())).isFalse();
        assertThat(found(two).isOpen(now())).isFalse();
        assertThat(fixture.audited("ALL_HIDDEN", holder.value())).isEqualTo(1);
    }

    @Test
    void theOrganisationSeesNoLink() {
        made(90);

        long seen = fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> handle.select("SELECT count(*) FROM share_link")
                                .mapTo(Long.class)
                                .one());

        assertThat(seen).isZero();
    }

    @Test
    void theTableHoldsNoCodeOfALink() {
        Code code = made(90);

        String stored = fixture.owner.withHandle(handle -> handle.select("SELECT share_link::text FROM share_link")
                .mapTo(String.class)
                .one());

        assertThat(stored).doesNotContain(code.value());
    }

    @Test
    void aWishWithoutLabelOrWithAnEndTooFarIsNone() {
        assertThatThrownBy(() -> new ShareBadge.Wish(fixture.organisation, badge.value(), " ", 90))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareBadge.Wish(fixture.organisation, badge.value(), "x", 731))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTwoWordsChangeEachMinute() {
        MatchingWords words = fixture.shares.words();
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
        MatchingWords words = fixture.shares.words();
        Instant minute = Instant.parse("2026-11-02T09:00:00Z");
        Set<String> overLinks = IntStream.range(0, 20)
                .mapToObj(i -> words.at(UUID.randomUUID(), minute))
                .collect(Collectors.toSet());
        assertThat(overLinks).hasSizeGreaterThan(15);
    }
}
