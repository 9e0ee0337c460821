package fr.badgesiae.api.platform.mail;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Unhealthy while messages wait for longer than an hour: no server takes them. */
final class OutboxHealthCheck extends HealthCheck {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LATELY = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    OutboxHealthCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected Result check() {
        Instant now = clock.instant();
        OutboxDao.FiguresRow figures =
                database.inPublic(handle -> handle.attach(OutboxDao.class).figures(now.minus(LONG), now.minus(LATELY)));
        String dead = "%d were given up in the last 24 hours".formatted(figures.dead());
        return figures.overdue() == 0
                ? Result.healthy("no message waits for longer than an hour; " + dead)
                : Result.unhealthy(
                        "%d messages wait for longer than an hour; %s. Look at mail.url (BADGES_MAIL_URL) and sms.url (BADGES_SMS_URL)",
                        figures.overdue(), dead);
    }
}
