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
 * Asks our public address for a few published documents, as any verifier would, and compares them with what this node would
 * serve: a proxy, a cache or another service in between that answers something else makes good badges fail.
 *
 * <p>No answer at all leaves the node ready: were it red, a balancer would never send anything to it again.
 */
public final class PublishedDocumentsProbe {
    /** How often to look. */
    public static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(PublishedDocumentsProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MARGIN = 1024;
    private static final Sight SAME = new Sight(true, "as this node serves them");

    private final List<DocumentSource> sources;
    private final Supplier<List<URI>> addresses;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    /** What we served lately, which a cache may still give out. */
    private final Map<Served, Instant> served = new ConcurrentHashMap<>();

    private volatile Sight last = new Sight(true, "not looked at yet");

    /**
     * @param sources where this node finds its documents
     * @param addresses the absolute addresses to look at this time, a few
     */
    public PublishedDocumentsProbe(List<DocumentSource> sources, Supplier<List<URI>> addresses, Clock clock) {
        this.sources = List.copyOf(sources);
        this.addresses = addresses;
        this.clock = clock;
    }

    /** One look, which takes a few seconds at most; the health check says what came of it. */
    public void look() {
        Instant now = clock.instant();
        served.values().removeIf(until -> until.isBefore(now));
        Sight sight = SAME;
        for (URI address : addresses.get()) {
            Sight one = look(address, now);
            if (!one.good() || (sight.good() && !one.equals(SAME))) {
                sight = one;
            }
        }
        if (!sight.equals(last)) {
            tell(sight);
        }
        last = sight;
    }

    private static void tell(Sight sight) {
        if (!sight.good()) {
            LOG.error("Published documents differ from outside: {}", sight.words());
        } else if (sight.equals(SAME)) {
            LOG.info("Published documents are seen from outside as this node serves them");
        } else {
            LOG.warn("Published documents are not seen from here: {}", sight.words());
        }
    }

    private Sight look(URI address, Instant now) {
        Optional<PublishedDocument> own = own(address);
        if (own.isEmpty()) {
            return SAME;
        }
        remember(address, own.get(), now);
        try {
            HttpResponse<byte[]> answer = ask(address, own.get().body().length + MARGIN);
            if (answer.statusCode() >= 500) {
                return new Sight(true, address + " answers " + answer.statusCode());
            }
            if (answer.statusCode() != 200) {
                return new Sight(false, address + " answers " + answer.statusCode());
            }
            return same(address, answer.body(), now) ? SAME : new Sight(false, address + " answers something else");
        } catch (IOException e) {
            return new Sight(true, address + " does not answer");
        }
    }

    /** It may have changed while we asked. */
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
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Red while somebody outside gets something else than this node serves. */
    public HealthCheck healthCheck() {
        return new HealthCheck() {
            @Override
            protected Result check() {
                Sight sight = last;
                return sight.good() ? Result.healthy(sight.words()) : Result.unhealthy(sight.words());
            }
        };
    }

    private record Served(URI address, String tag) {}

    private record Sight(boolean good, String words) {}
}
