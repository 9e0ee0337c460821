package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.web.WebHarness;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
