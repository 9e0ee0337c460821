package fr.badgesiae.api;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.auth.AuthFilter;
import fr.badgesiae.api.platform.auth.CookieCsrf;
import fr.badgesiae.api.platform.auth.DeskVisitors;
import fr.badgesiae.api.platform.auth.FileForms;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.SitePaths;
import fr.badgesiae.api.platform.client.Clients;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.form.FormAnswerFilter;
import fr.badgesiae.api.platform.form.FormAnswerPages;
import fr.badgesiae.api.platform.form.FormAnswers;
import fr.badgesiae.api.platform.form.PublicAnswerPages;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.jobs.Jobs;
import fr.badgesiae.api.platform.limits.ThrottleAlerts;
import fr.badgesiae.api.platform.limits.Throttles;
import fr.badgesiae.api.platform.mail.MailParts;
import fr.badgesiae.api.platform.mail.MailSettings;
import fr.badgesiae.api.platform.mail.Outbox;
import fr.badgesiae.api.platform.mail.OutboxCounts;
import fr.badgesiae.api.platform.web.RequestIds;
import fr.badgesiae.api.platform.web.StartGate;
import fr.badgesiae.api.platform.web.WebLayer;
import fr.badgesiae.verifier.http.CachingFetcher;
import fr.badgesiae.verifier.http.HttpFetcher;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ServerProperties;

/** Builds one service from its settings: the platform, the features, the web layer. */
public final class Assembly {
    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration STALE_LIMIT = Duration.ofHours(24);
    private static final long CACHE_BYTES = 32L << 20;
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(15);

    private final Database database;
    private final Notices notices;
    private final HttpFetcher fetcher;
    private final Platform platform;
    private final Sessions sessions;
    private final CookieCsrf csrf;
    private final FormAnswers answers;
    private final Jobs jobs;
    private final WebLayer web;
    private final Features features;
    private final SitePaths paths;
    private final MailParts mail;
    private final MetricRegistry metrics;
    private final StartGate gate = new StartGate();
    private boolean serverRuns;

    /**
     * @param source connections that act as the service's own role
     */
    public Assembly(Settings settings, DataSource source, Vault vault, Ids ids, Clock clock, Notices notices) {
        this.database = new Database(ConnectionPool.jdbi(source));
        this.notices = notices;
        Assets assets = new Assets(settings.brand());
        jobs = new Jobs(source);
        csrf = new CookieCsrf(settings, vault, ids);
        sessions = new Sessions(database, settings, vault, ids, clock);
        Pages pages = new Pages(new Messages(), assets, settings, new DeskVisitors(csrf, sessions, this::paths));
        ThrottleAlerts alerts = new ThrottleAlerts(clock);
        metrics = alerts.counters();
        Throttles throttles = new Throttles(database, vault, clock, alerts);
        platform = new Platform(
                settings,
                database,
                clock,
                ids,
                vault,
                new Passwords(vault, ids, alerts),
                new Audit(clock),
                pages,
                throttles,
                new Outbox(settings.mail(), vault, ids, clock));
        mail = new MailParts(platform, new OutboxCounts(metrics));
        answers = new FormAnswers(database, vault, ids, clock);
        web = new WebLayer(settings, assets, pages);
        fetcher = fetcher();
        features = new Features(
                platform, sessions, notices, fetcher, new CachingFetcher(fetcher, clock, CACHE_BYTES, STALE_LIMIT));
        paths = features.contributions().paths();
        features.contributions().jobs().forEach(jobs::add);
        mail.jobs().forEach(jobs::add);
        jobs.add(Job.onOneNode("sweep-sessions", SWEEP_INTERVAL, sessions::sweep));
        jobs.add(Job.onOneNode("sweep-form-answers", FormAnswers.SWEEP, answers::sweep));
        jobs.add(Job.onOneNode("sweep-attempts", SWEEP_INTERVAL, throttles::sweep));
    }

    /** Refuses loopback, even in a demonstration. Our own documents are read from the database instead. */
    private static HttpFetcher fetcher() {
        return new HttpFetcher("badges-iae-verifier", EXCHANGE_TIMEOUT, false);
    }

    /** Read at each request: pages are built before the features. */
    private SitePaths paths() {
        return paths;
    }

    public Platform platform() {
        return platform;
    }

    public Features features() {
        return features;
    }

    /** Adds what an installation runs beside the features, before the service starts. */
    void add(Job job) {
        jobs.add(job);
    }

    /** Sending, for tests. */
    MailParts mail() {
        return mail;
    }

    /**
     * The acts of this service at another time, for invented data. They answer no request, and no job of theirs runs by itself.
     *
     * @param features which hash PINs and passwords at next to no cost
     */
    public record Past(Platform platform, Features features) {}

    /**
     * Commits of these acts are durable with the next ordinary one.
     *
     * @param clock of the other time
     */
    public Past past(Clock clock) {
        Database hasty = database.inHaste();
        ThrottleAlerts alerts = new ThrottleAlerts(clock);
        Platform then = new Platform(
                platform.settings(),
                hasty,
                clock,
                platform.ids(),
                platform.vault(),
                Passwords.ofInventedPeople(platform.vault(), platform.ids(), alerts),
                new Audit(clock),
                platform.pages(),
                new Throttles(hasty, platform.vault(), clock, alerts),
                new Outbox(MailSettings.off(), platform.vault(), platform.ids(), clock));
        Sessions none = new Sessions(hasty, platform.settings(), platform.vault(), platform.ids(), clock);
        return new Past(then, new Features(then, none, notices, fetcher, fetcher));
    }

    /** Registers everything with the server and opens it. The database must be migrated. */
    void install(Environment environment) {
        register(environment);
        prepare();
        open();
    }

    /** Registers everything with the server, without the database. Requests are answered 503 until {@link #open}. */
    void register(Environment environment) {
        environment.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        environment.metrics().registerAll(metrics);
        environment.jersey().register(MultiPartFeature.class);
        // The Host header comes from anybody: a redirect stays a path.
        environment.jersey().property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        environment.jersey().register(new RequestIds(platform.ids()));
        environment.jersey().register(gate);
        environment
                .jersey()
                .register(new Clients(platform.settings(), platform.vault(), platform.ids(), platform.clock()));
        environment.jersey().register(csrf);
        environment.jersey().register(new AuthFilter(sessions, paths, answers));
        environment.jersey().register(new FileForms(csrf));
        environment.jersey().register(new FormAnswerFilter(answers));
        environment.jersey().register(new FormAnswerPages(answers, sessions, paths, platform.pages()));
        environment.jersey().register(new PublicAnswerPages(answers, platform.pages()));
        web.install(environment);
        features.contributions().resources().forEach(environment.jersey()::register);
        features.contributions().healthChecks().forEach(environment.healthChecks()::register);
        mail.healthChecks().forEach(environment.healthChecks()::register);
        environment.healthChecks().register("start", gate.healthCheck());
        environment.lifecycle().manage(new Managed() {
            @Override
            public void start() {
                begin(true);
            }

            @Override
            public void stop() {
                jobs.stop();
                if (gate.isOpen()) {
                    features.contributions().finish();
                }
            }
        });
    }

    /** Writes what each start needs in the database, which must be migrated; without it, this may be called again. */
    void prepare() {
        features.contributions().prepare();
    }

    /** Lets requests in and jobs run. */
    void open() {
        gate.open();
        begin(false);
    }

    /** Starts the jobs once the server runs and the database is ready, whichever comes last. */
    private synchronized void begin(boolean serverStarts) {
        serverRuns |= serverStarts;
        if (serverRuns && gate.isOpen()) {
            jobs.start();
        }
    }
}
