package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.web.WebHarness;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long sessions live that nobody closes. */
class SessionsTest {
    private static final UUID SOMETHING = UUID.fromString("11111111-2222-4333-8444-555555555555");

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
        String idle = token(sessions.openClaim(setup.organisation("Atelier"), SOMETHING));
        String used = token(sessions.openClaim(setup.organisation("Recyclerie"), SOMETHING));
        assertThat(minutesAlive(used, 14)).isEqualTo(56);
        assertThat(alive(idle)).isFalse();
    }

    @Test
    void aHoldersSpaceIsOpenAQuarterOfAnHourWithoutATouchAndFourHoursAtMost() {
        String idle = token(sessions.openHolder(new HolderId(SOMETHING)));
        String used = token(sessions.openHolder(new HolderId(SOMETHING)));
        assertThat(minutesAlive(used, 15)).isZero();
        assertThat(alive(idle)).isFalse();
        assertThat(minutesAlive(token(sessions.openHolder(new HolderId(SOMETHING))), 14))
                .isEqualTo(238);
    }

    private static String token(List<NewCookie> cookies) {
        return cookies.get(0).getValue();
    }

    /** How many minutes a session is still open at, touched every so many minutes. */
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
