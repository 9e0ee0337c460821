package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.web.WebHarness;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lifetime and end of sessions. */
class SessionsTest {
    private TestPlatform setup;
    private Platform platform;
    private Sessions sessions;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        sessions = new Sessions(
                platform.database(), WebHarness.settings(), platform.vault(), platform.ids(), platform.clock());
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private List<NewCookie> holderSession() {
        return new TestSessions(platform, sessions).openHolder(setup.holder());
    }

    @Test
    void aClaimIsOpenHalfAnHourWithoutATouchAndAnHourAtMost() {
        OrganisationId here = setup.organisation("Atelier");
        OrganisationId there = setup.organisation("Recyclerie");
        String idle = token(sessions.openClaim(here, setup.offer(here)));
        String used = token(sessions.openClaim(there, setup.offer(there)));
        assertThat(minutesAlive(used, 29)).isEqualTo(58);
        assertThat(alive(idle)).isFalse();
        assertThat(minutesAlive(token(sessions.openClaim(here, setup.offer(here))), 30))
                .isZero();
    }

    @Test
    void aHoldersSpaceIsOpenAQuarterOfAnHourWithoutATouchAndFourHoursAtMost() {
        String idle = token(holderSession());
        String used = token(holderSession());
        assertThat(minutesAlive(used, 15)).isZero();
        assertThat(alive(idle)).isFalse();
        assertThat(minutesAlive(token(holderSession()), 14)).isEqualTo(238);
    }

    @Test
    void aClosedSessionEndsAndItsCookieGoes() {
        OrganisationId here = setup.organisation("Atelier");
        assertClosed(new TestSessions(platform, sessions).openDesk(here, setup.member(here)), sessions::closeDesk);
        assertClosed(sessions.openClaim(here, setup.offer(here)), sessions::closeClaim);
        assertClosed(holderSession(), sessions::closeHolder);
    }

    private void assertClosed(List<NewCookie> opened, Function<ContainerRequest, List<NewCookie>> closing) {
        assertThat(opened.get(0).isHttpOnly()).isTrue();
        assertThat(opened.get(0).getMaxAge()).isNegative();
        assertThat(alive(token(opened))).isTrue();
        assertThat(closing.apply(request(opened))).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo(opened.get(0).getName());
            assertThat(cookie.getMaxAge()).isZero();
            assertThat(cookie.getValue()).isEmpty();
        });
        assertThat(alive(token(opened))).isFalse();
        assertThat(closing.apply(request(List.of()))).hasSize(1);
    }

    @Test
    void aDeskSleepsForOneOfferUntilItIsWoken() {
        OrganisationId here = setup.organisation("Atelier");
        AccountId member = setup.member(here);
        ContainerRequest request = request(new TestSessions(platform, sessions).openDesk(here, member));
        Principal principal = sessions.member(request).orElseThrow();
        assertThat(principal.account()).isEqualTo(member);
        assertThat(sessions.sleeping(request)).isEmpty();

        sessions.sleep(principal, setup.offer(here));

        assertThat(sessions.sleeping(request)).contains(principal);
        assertThat(sessions.member(request)).contains(principal);

        sessions.wake(principal);

        assertThat(sessions.sleeping(request)).isEmpty();
        assertThat(sessions.member(request)).contains(principal);
    }

    @Test
    void theJobDeletesEndedSessionsOnly() {
        OrganisationId here = setup.organisation("Atelier");
        sessions.openClaim(here, setup.offer(here));
        String desk = token(new TestSessions(platform, sessions).openDesk(here, setup.member(here)));
        setup.clock().advance(Duration.ofMinutes(61));

        sessions.sweep();

        assertThat(rows()).isEqualTo(1);
        assertThat(alive(desk)).isTrue();
    }

    @Test
    void whoLeavesHasNoSessionAndOthersKeepTheirs() {
        OrganisationId here = setup.organisation("Atelier");
        AccountId leaving = setup.member(here);
        TestSessions open = new TestSessions(platform, sessions);
        List<String> theirs = List.of(token(open.openDesk(here, leaving)), token(open.openDesk(here, leaving)));
        String other = token(open.openDesk(here, setup.member(here)));

        platform.database().inOrganisation(here, handle -> {
            sessions.closeAll(handle, here, leaving);
            return true;
        });

        assertThat(theirs).noneMatch(this::alive);
        assertThat(alive(other)).isTrue();
    }

    @Test
    void whoeverChangesThePinOrReopensASpaceClosesItElsewhere() {
        HolderId holder = setup.holder();
        TestSessions open = new TestSessions(platform, sessions);
        List<NewCookie> kept = open.openHolder(holder);
        List<String> others = List.of(token(open.openHolder(holder)), token(open.openHolder(holder)));
        String stranger = token(holderSession());
        ContainerRequest request = request(kept);
        assertThat(sessions.opens(request, new FormOwner(SessionKind.HOLDER, holder.value(), null)))
                .isTrue();

        int closed = platform.database()
                .inHolder(holder, handle -> sessions.closeOthers(handle, HolderPrincipal.of(request)));

        assertThat(closed).isEqualTo(2);
        assertThat(others).noneMatch(this::alive);
        assertThat(alive(token(kept))).isTrue();
        platform.database().inHolder(holder, handle -> {
            sessions.closeAll(handle, holder);
            return true;
        });
        assertThat(alive(token(kept))).isFalse();
        assertThat(alive(stranger)).isTrue();
    }

    @Test
    void theClaimOnADeviceIsThatOfTheDeskThatSleepsBeforeThatOfASlip() {
        OrganisationId here = setup.organisation("Atelier");
        UUID slip = setup.offer(here);
        UUID passedOver = setup.offer(here);
        AccountId member = setup.member(here);
        List<NewCookie> both = new ArrayList<>(new TestSessions(platform, sessions).openDesk(here, member));
        both.addAll(sessions.openClaim(here, slip));
        assertThat(sessions.claim(request(List.of()))).isEmpty();
        assertThat(sessions.claim(request(both))).hasValueSatisfying(claim -> {
            assertThat(claim.offer()).isEqualTo(slip);
            assertThat(claim.witness()).isNull();
        });

        sessions.sleep(sessions.member(request(both)).orElseThrow(), passedOver);

        assertThat(sessions.claim(request(both))).hasValueSatisfying(claim -> {
            assertThat(claim.offer()).isEqualTo(passedOver);
            assertThat(claim.witness()).isEqualTo(member);
        });
    }

    @Test
    void aFormIsOpenToItsOwnerAlone() {
        OrganisationId here = setup.organisation("Atelier");
        AccountId member = setup.member(here);
        UUID offer = setup.offer(here);
        HolderId holder = setup.holder();
        List<NewCookie> all = new ArrayList<>(new TestSessions(platform, sessions).openDesk(here, member));
        all.addAll(sessions.openClaim(here, offer));
        all.addAll(new TestSessions(platform, sessions).openHolder(holder));
        FormOwner desk = new FormOwner(SessionKind.DESK, member.value(), here.value());
        FormOwner claim = new FormOwner(SessionKind.CLAIM, offer, here.value());
        FormOwner space = new FormOwner(SessionKind.HOLDER, holder.value(), null);
        for (FormOwner owner : List.of(desk, claim, space)) {
            ContainerRequest request = request(all);
            assertThat(sessions.opens(request, owner)).as(owner.text()).isTrue();
            assertThat(FormOwner.of(request)).contains(owner);
            assertThat(sessions.opens(request(all), new FormOwner(owner.kind(), UUID.randomUUID(), null)))
                    .as("another " + owner.kind())
                    .isFalse();
            assertThat(sessions.opens(request(List.of()), owner)).isFalse();
        }

        Principal asleep = sessions.member(request(all)).orElseThrow();
        sessions.sleep(asleep, setup.offer(here));

        assertThat(List.of(desk, claim, space)).noneMatch(owner -> sessions.opens(request(all), owner));
        sessions.wake(asleep);
        assertThat(List.of(desk, claim, space)).allMatch(owner -> sessions.opens(request(all), owner));
    }

    @Test
    void aTokenUnderTheCookieOfAnotherKindOpensNothing() {
        ContainerRequest request = request(List.of());
        request.header("Cookie", "desk=" + token(holderSession()));

        assertThat(sessions.member(request)).isEmpty();
        assertThat(sessions.sleeping(request)).isEmpty();
    }

    @Test
    void theWayBackToASlipIsThatOfTheFeatureThatKnowsIt() {
        FormOwner owner = new FormOwner(SessionKind.CLAIM, UUID.randomUUID(), UUID.randomUUID());
        assertThat(sessions.slip(owner)).isEmpty();
        sessions.slips(asked -> Optional.of("/claim/of/" + asked.id()));
        assertThat(sessions.slip(owner)).contains("/claim/of/" + owner.id());
    }

    @Test
    void theCookieOfAKeptFormComesAndGoes() {
        assertThat(sessions.rememberForm("kept")).satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("resume");
            assertThat(cookie.getValue()).isEqualTo("kept");
        });
        assertThat(sessions.forgetForm()).satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("resume");
            assertThat(cookie.getMaxAge()).isZero();
        });
    }

    @Test
    void anOpenedSessionSaysNothingOfItsToken() {
        OrganisationId here = setup.organisation("Atelier");
        AccountId member = setup.member(here);
        OpenedSession opened =
                platform.database().inOrganisation(here, handle -> sessions.openDesk(handle, here, member));
        assertThat(opened).hasToString("[REDACTED]");
    }

    private long rows() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM session")
                        .mapTo(Long.class)
                        .one());
    }

    private static ContainerRequest request(List<NewCookie> cookies) {
        URI here = URI.create("https://badges.example/");
        ContainerRequest request = new ContainerRequest(here, here, "GET", null, new MapPropertiesDelegate(), null);
        cookies.forEach(cookie -> request.header("Cookie", cookie.getName() + "=" + cookie.getValue()));
        return request;
    }

    private static String token(List<NewCookie> cookies) {
        return cookies.get(0).getValue();
    }

    /** Minutes after which a session is still open, when used at this interval. */
    private int minutesAlive(String token, int step) {
        int minutes = 0;
        while (minutes < 10_000) {
            setup.clock().advance(Duration.ofMinutes(step));
            if (!alive(token)) {
                return minutes;
            }
            minutes += step;
        }
        return minutes;
    }

    private boolean alive(String token) {
        byte[] hash = platform.vault().lookup("session", token);
        return platform.database()
                .inPublic(handle -> handle.attach(SessionDao.class)
                        .resume(hash, platform.clock().instant()))
                .isPresent();
    }
}
