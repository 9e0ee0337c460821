package fr.badgesiae.api.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.badgesiae.api.platform.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ThrottleAlertsTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final ThrottleAlerts alerts = new ThrottleAlerts(clock);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(ThrottleAlerts.class);

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
    }

    @Test
    void eachClosingCountsAndOneLineAMinuteNamesTheLimit() {
        alerts.watch("pin-network");
        assertThat(alerts.counters().getCounters()).containsOnlyKeys("throttle.pin-network.closed");
        alerts.closed("pin-network");
        clock.advance(Duration.ofSeconds(59));
        alerts.closed("pin-network");
        alerts.closed("pin-all");
        clock.advance(Duration.ofSeconds(1));
        alerts.closed("pin-network");
        assertThat(alerts.closings("pin-network")).isEqualTo(3);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The limit pin-network closed", "The limit pin-all closed", "The limit pin-network closed");
    }
}
