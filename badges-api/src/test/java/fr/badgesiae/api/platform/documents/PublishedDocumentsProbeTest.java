package fr.badgesiae.api.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import com.sun.net.httpserver.HttpServer;
import fr.badgesiae.api.platform.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published documents as a real server on loopback answers for them, in whatever way a test needs. */
class PublishedDocumentsProbeTest {
    private static final int MAX_AGE = 60;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer peer;
    private volatile String ours = "{\"ours\":1}";
    private volatile String theirs = ours;
    private volatile int status = 200;
    private PublishedDocumentsProbe outside;

    @BeforeEach
    void open() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = theirs.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                // The client has read enough and closed the connection.
            }
        });
        peer.start();
        URI address = URI.create("http://127.0.0.1:" + peer.getAddress().getPort() + "/keys/1");
        outside = new PublishedDocumentsProbe(List.of(this::published), () -> List.of(address), clock);
    }

    @AfterEach
    void close() {
        peer.stop(0);
    }

    private Optional<PublishedDocument> published(URI address) {
        return Optional.of(PublishedDocument.of("application/json", ours, MAX_AGE));
    }

    private HealthCheck.Result looked() {
        outside.look();
        clock.advance(PublishedDocumentsProbe.INTERVAL);
        return outside.healthCheck().execute();
    }

    @Test
    void theSameBytesAreFine() {
        assertThat(outside.healthCheck().execute().isHealthy()).isTrue();
        assertThat(asked).hasValue(0);
        assertThat(looked().isHealthy()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void somethingElseIsRedUntilItIsMended() {
        theirs = "{\"ours\":2}";
        assertThat(looked().isHealthy()).isFalse();
        assertThat(outside.healthCheck().execute().getMessage()).contains("/keys/1", "something else");
        assertThat(looked().isHealthy()).isFalse();
        theirs = ours;
        assertThat(looked().isHealthy()).isTrue();
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        theirs = ours + " ".repeat(50_000_000);
        assertThat(looked().isHealthy()).isFalse();
    }

    @Test
    void aRedirectOrARefusalIsRed() {
        for (int other : List.of(302, 403, 404)) {
            status = other;
            assertThat(looked().isHealthy()).as("" + other).isFalse();
            assertThat(outside.healthCheck().execute().getMessage()).contains("answers " + other);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void aCacheMayGiveOutWhatWeServedForAsLongAsWeSaid() {
        assertThat(looked().isHealthy()).isTrue();
        ours = "{\"ours\":2}";
        assertThat(looked().isHealthy()).isTrue();
        clock.advance(Duration.ofSeconds(MAX_AGE + 1));
        assertThat(looked().isHealthy()).isFalse();
    }

    @Test
    void noAnswerLeavesTheNodeReadyAndSaysSo() {
        theirs = "{\"ours\":2}";
        assertThat(looked().isHealthy()).isFalse();
        status = 503;
        assertThat(looked().isHealthy()).isTrue();
        assertThat(outside.healthCheck().execute().getMessage()).contains("answers 503");
        peer.stop(0);
        assertThat(looked().isHealthy()).isTrue();
        assertThat(outside.healthCheck().execute().getMessage()).contains("does not answer");
    }
}
