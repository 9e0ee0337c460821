package fr.badgesiae.api.platform.mail;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Wires sending. Without a server nothing is sent and there is no health check; what waits from before is given up. */
public final class MailParts {
    /** A code is typed while its message is on the way. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final Platform platform;
    private final boolean sends;
    private final SendMessages send;

    public MailParts(Platform platform, OutboxCounts counts) {
        this(platform, counts, transports(platform));
    }

    MailParts(Platform platform, OutboxCounts counts, List<MessageTransport> transports) {
        this.platform = platform;
        this.sends = !transports.isEmpty();
        this.send = new SendMessages(
                platform.database(), platform.clock(), platform.ids(), platform.vault(), counts, transports);
    }

    private static List<MessageTransport> transports(Platform platform) {
        MailSettings settings = platform.settings().mail();
        List<MessageTransport> all = new ArrayList<>();
        settings.smtp()
                .ifPresent(server -> all.add(new SmtpTransport(
                        server,
                        platform.settings().brand().name(),
                        platform.settings().publicUrl().getHost(),
                        platform.clock())));
        settings.sms().ifPresent(gateway -> all.add(new JsonSmsTransport(gateway)));
        return all;
    }

    /** What the job runs; for tests too. */
    public int send() {
        return send.apply();
    }

    public List<Job> jobs() {
        Job forget = Job.onOneNode("forget-messages", FORGET_EVERY, send::forget);
        return sends ? List.of(Job.onEachNode("send-messages", LOOK_EVERY, send::apply), forget) : List.of(forget);
    }

    public Map<String, HealthCheck> healthChecks() {
        return sends ? Map.of("outbox", new OutboxHealthCheck(platform.database(), platform.clock())) : Map.of();
    }
}
