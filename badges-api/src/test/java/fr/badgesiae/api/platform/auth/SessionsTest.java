package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.web.WebHarness;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lifetime of sessions that are never closed. */
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

    @Test
    void aClaimIsOpenAQuarterOfAnHourWithoutATouchAndAnHourAtMost() {
        OrganisationId here = setup.organisation("Atelier");
        OrganisationId there = setup.organisation("Recyclerie");
        String idle = token(sessions.openClaim(here, setup.offer(here)));
        String used = token(sessions.openClaim(there, setup.offer(there)));
        assertThat(minutesAlive(used, 14)).isEqualTo(56);
        assertThat(alive(idle)).isFalse();
    }

    @Test
    void aHoldersSpaceIsOpenAQuarterOfAnHourWithoutATouchAndFourHoursAtMost() {
        String idle = token(sessions.openHolder(setup.holder()));
        String used = token(sessions.openHolder(setup.holder()));
        assertThat(minutesAlive(used, 15)).isZero();
        assertThat(alive(idle)).isFalse();
        assertThat(minutesAlive(token(sessions.openHolder(setup.holder())), 14)).isEqualTo(238);
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
