package fr.badgesiae.api.platform.documents;

import com.codahale.metrics.health.HealthCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a few published documents through the public address, as any verifier does, and compares them with those of this
 * node. A proxy, a cache or another service that answers otherwise makes valid badges fail.
 *
 * <p>Without any answer the node stays ready: otherwise a load balancer would never send it traffic again.
 */
public final class PublishedDocumentsProbe {
    /** The interval of the job. */
    public static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(PublishedDocumentsProbe.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MARGIN = 1024;
    private static final Observation SAME = new Observation(true, "as this node serves them");

    private final List<DocumentSource> sources;
    private final Supplier<List<URI>> addresses;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();
    /** Documents served lately, which a cache may still serve; with their expiry. */
    private final Map<Served, Instant> served = new ConcurrentHashMap<>();

    private volatile Observation last = new Observation(true, "not looked at yet");

    /**
     * @param sources of the documents of this node
     * @param addresses gives a few absolute URLs for each run
     */
    public PublishedDocumentsProbe(List<DocumentSource> sources, Supplier<List<URI>> addresses, Clock clock) {
        this.sources = List.copyOf(sources);
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Runs the probe once, for a few seconds at most. The health check reports the result. */
    public void look() {
        Instant now = clock.instant();
        served.values().removeIf(until -> until.isBefore(now));
        Observation observation = SAME;
        for (URI address : addresses.get()) {
            Observation one = look(address, now);
            if (!one.good() || (observation.good() && !one.equals(SAME))) {
                observation = one;
            }
        }
        if (!observation.equals(last)) {
            log(observation);
        }
        last = observation;
    }

    private static void log(Observation observation) {
        if (!observation.good()) {
            LOG.error("The public address serves other documents than this node: {}", observation.words());
        } else if (observation.equals(SAME)) {
            LOG.info("The public address serves the same documents as this node");
        } else {
            LOG.warn("The public address cannot be checked from this node: {}", observation.words());
        }
    }

    private Observation look(URI address, Instant now) {
        Optional<PublishedDocument> own = own(address);
        if (own.isEmpty()) {
            return SAME;
        }
        remember(address, own.get(), now);
        try {
            HttpResponse<byte[]> answer = ask(address, own.get().body().length + MARGIN);
            if (answer.statusCode() >= 500) {
                return new Observation(true, address + " answers " + answer.statusCode());
            }
            if (answer.statusCode() != 200) {
                return new Observation(false, address + " answers " + answer.statusCode());
            }
            return same(address, answer.body(), now)
                    ? SAME
                    : new Observation(false, address + " answers something else");
        } catch (IOException e) {
            return new Observation(true, address + " does not answer");
        }
    }

    /** On a difference the own document is read again: it may have changed during the request. */
    private boolean same(URI address, byte[] body, Instant now) {
        if (served.containsKey(new Served(address, PublishedDocument.tag(body)))) {
            return true;
        }
        Optional<PublishedDocument> own = own(address);
        own.ifPresent(document -> remember(address, document, now));
        return own.filter(document -> Arrays.equals(document.body(), body)).isPresent();
    }

    private void remember(URI address, PublishedDocument own, Instant now) {
        served.put(new Served(address, own.tag()), now.plusSeconds(own.maxAge()).plus(INTERVAL));
    }

    private Optional<PublishedDocument> own(URI address) {
        return sources.stream()
                .flatMap(source -> source.published(address).stream())
                .findFirst();
    }

    private HttpResponse<byte[]> ask(URI address, int most) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", "badges-iae-from-outside")
                .header("Cache-Control", "no-cache")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, information -> new FirstBytes(most));
        try {
            return answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Unhealthy while the public address serves other documents than this node. */
    public HealthCheck healthCheck() {
        return new HealthCheck() {
            @Override
            protected Result check() {
                Observation observation = last;
                return observation.good() ? Result.healthy(observation.words()) : Result.unhealthy(observation.words());
            }
        };
    }

    private record Served(URI address, String tag) {}

    private record Observation(boolean good, String words) {}
}
