package fr.badgesiae.api.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.share.link.Share;
import fr.badgesiae.api.share.words.MatchingWords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
    private ShareLinks links;
    private ShowShareLink show;
    private SwitchOffLink switchOff;
    private final Map<Code, UUID> ids = new HashMap<>();

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        var accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        badge = accepted.credential();
        links = fixture.shares.links();
        show = new ShowShareLink(fixture.platform.database(), links);
        switchOff = new SwitchOffLink(fixture.platform.database(), fixture.platform.clock(), fixture.platform.audit());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Instant now() {
        return fixture.platform.clock().instant();
    }

    private Code made(int days) {
        UUID id = fixture.share(holder, badge, "Pour un employeur", days);
        Code code = show.apply(holder, id).code();
        ids.put(code, id);
        return code;
    }

    private Share found(Code code) {
        return show.apply(holder, ids.get(code)).share();
    }

    @Test
    void everythingIsPrivateUntilALinkIsMade() {
        assertThat(fixture.count("share_link")).isZero();

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
        assertThat(found(code).views()).as("read before they are written").isEqualTo(2);
        fixture.shares.countViews().apply();
        fixture.shares.countViews().apply();

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
    void switchingOffIsOnlyForItsHolder() {
        Code code = made(90);
        UUID id = found(code).id();
        HolderId other = fixture.accepted(fixture.offered()).holder();

        assertThatThrownBy(() -> switchOff.apply(other, id))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
        assertThat(found(code).isOpen(now())).isTrue();
        assertThat(switchOff.apply(holder, id)).isTrue();
        assertThat(switchOff.apply(holder, id)).isFalse();
        assertThat(found(code).isOpen(now())).isFalse();
        assertThat(fixture.audited("SHARE_SWITCHED_OFF", id)).isEqualTo(1);
    }

    @Test
    void oneTapHidesEverything() {
        Code one = made(90);
        Code two = made(30);

        assertThat(fixture.shares.hideEverything().apply(holder)).isEqualTo(2);

        assertThat(found(one).isOpen(now())).isFalse();
        assertThat(found(two).isOpen(now())).isFalse();
        assertThat(fixture.audited("ALL_HIDDEN", holder.value())).isEqualTo(1);
    }

    @Test
    void theHolderHidesTheNetworkOfOneLinkAndShowsItAgain() {
        UUID network = fixture.setup.organisation("Réseau Exemple").value();
        fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), current_date)",
                network,
                fixture.organisation.value()));
        UUID one = ids.get(made(90));
        UUID other = ids.get(made(30));
        ShowNetwork showNetwork = new ShowNetwork(fixture.platform.database(), fixture.platform.audit());

        showNetwork.apply(holder, one, false);
        showNetwork.apply(holder, one, false);

        assertThat(show.apply(holder, one).showsNetwork()).isFalse();
        assertThat(show.apply(holder, one).network()).isEqualTo("Réseau Exemple");
        assertThat(show.apply(holder, other).showsNetwork()).isTrue();
        assertThat(fixture.audited("SHARE_NETWORK_HIDDEN", one)).isEqualTo(1);

        showNetwork.apply(holder, one, true);
        assertThat(show.apply(holder, one).showsNetwork()).isTrue();
        HolderId stranger = fixture.accepted(fixture.offered()).holder();
        assertThatThrownBy(() -> showNetwork.apply(stranger, one, false)).isInstanceOf(ProblemException.class);
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
        assertThatThrownBy(() -> new ShareBadge.Wish(badge, null, " ", 90))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareBadge.Wish(badge, null, "x", 731))
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

    private SwitchOnLink switchOn() {
        return new SwitchOnLink(fixture.platform.database(), fixture.platform.clock(), fixture.platform.audit());
    }

    @Test
    void aLinkThatWasSwitchedOffIsOnAgainWithinAWeek() {
        Code code = made(90);
        UUID id = found(code).id();
        switchOff.apply(holder, id);
        fixture.setup.clock().advance(Duration.ofDays(6));
        assertThat(found(code).undoableUntil(now())).isNotNull();
        assertThat(switchOn().apply(holder, id)).isTrue();
        assertThat(found(code).isOpen(now())).isTrue();
        assertThat(show.apply(holder, id).code()).as("the address on the CV").isEqualTo(code);
        assertThat(fixture.audited("SHARE_SWITCHED_ON", id)).isEqualTo(1);
        assertThat(switchOn().apply(holder, id)).isFalse();
        switchOff.apply(holder, id);
        fixture.setup.clock().advance(Duration.ofDays(8));
        assertThat(found(code).undoableUntil(now())).isNull();
        assertThat(switchOn().apply(holder, id)).isFalse();
        assertThat(found(code).isOpen(now())).isFalse();
    }

    @Test
    void aLinkOfAnotherHolderStaysOff() {
        Code code = made(90);
        UUID id = found(code).id();
        switchOff.apply(holder, id);
        HolderId other = fixture.accepted(fixture.offered()).holder();
        assertThatThrownBy(() -> switchOn().apply(other, id)).isInstanceOf(ProblemException.class);
        assertThat(found(code).isOpen(now())).isFalse();
    }

    private void change(HolderId whose, UUID link, String label, Integer days) {
        new ChangeLink(fixture.platform.database(), fixture.platform.clock(), fixture.platform.audit())
                .apply(whose, link, label, days);
    }

    @Test
    void aLinkGetsAnotherLabelAndKeepsItsAddressAndItsEnd() {
        Code code = made(90);
        UUID id = found(code).id();
        Instant ends = found(code).ends();

        change(holder, id, "Une mairie", null);

        assertThat(found(code).label()).isEqualTo("Une mairie");
        assertThat(found(code).ends()).isEqualTo(ends);
        assertThat(show.apply(holder, id).code()).isEqualTo(code);
        assertThat(fixture.audited("SHARE_CHANGED", id)).isEqualTo(1);
    }

    @Test
    void aLinkThatHasEndedIsProlonged() {
        Code code = made(1);
        UUID id = found(code).id();
        fixture.setup.clock().advance(Duration.ofDays(3));
        assertThat(found(code).isOpen(now())).isFalse();

        change(holder, id, "Pour un employeur", 30);

        assertThat(found(code).isOpen(now())).isTrue();
        assertThat(found(code).ends()).isEqualTo(now().plus(Duration.ofDays(30)));
        assertThat(fixture.audited("SHARE_PROLONGED", id)).isEqualTo(1);
    }

    @Test
    void aLabelOfSpacesIsNone() {
        assertThat(ShareBadge.check("\u00a0\u200b ", "30").byField()).containsOnlyKeys("label");
        assertThat(ShareBadge.check("❤", "30").isEmpty()).isTrue();
    }

    @Test
    void aLinkOfAnotherHolderOrOneThatIsOffIsNotChanged() {
        UUID id = found(made(90)).id();
        HolderId other = fixture.accepted(fixture.offered()).holder();
        assertThatThrownBy(() -> change(other, id, "x", null)).isInstanceOf(ProblemException.class);
        switchOff.apply(holder, id);
        assertThatThrownBy(() -> change(holder, id, "x", 30)).isInstanceOf(ProblemException.class);
        assertThat(show.apply(holder, id).share().label()).isEqualTo("Pour un employeur");
    }

    @Test
    void theHolderReadsWhenALinkWasLastLookedAt() {
        Code code = made(90);
        UUID id = found(code).id();
        assertThat(show.apply(holder, id).lastViewed()).isNull();
        fixture.setup.clock().advance(Duration.ofDays(2));
        links.viewed(id);
        fixture.shares.countViews().apply();
        assertThat(show.apply(holder, id).lastViewed()).isEqualTo(now());
    }

    @Test
    void undoingTheHidingBringsBackWhatItHidAndNothingElse() {
        Code before = made(90);
        Code one = made(90);
        Code two = made(90);
        switchOff.apply(holder, found(before).id());
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        fixture.shares.hideEverything().apply(holder);
        assertThat(fixture.shares.showAgain().apply(holder)).isEqualTo(2);
        assertThat(found(one).isOpen(now())).isTrue();
        assertThat(found(two).isOpen(now())).isTrue();
        assertThat(found(before).isOpen(now())).isFalse();
    }
}
