package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RevalidationTest {
    private static final byte[] NOT_MODIFIED =
            LoopbackServer.ascii("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n");

    @Test
    void aDocumentThatMustBeAskedAboutIsSentOnce() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
                    if (path.equals("/start")) {
                        out.write(LoopbackServer.redirect("/document"));
                    } else {
                        out.write(LoopbackServer.ok("Cache-Control: no-cache\r\nETag: \"v1\"\r\n", "{}"));
                    }
                });
                LoopbackServer changed = new LoopbackServer((path, out) -> out.write(NOT_MODIFIED));
                HttpFetcher fetcher = new HttpFetcher("test", Duration.ofSeconds(30), true)) {
            CachingFetcher cache =
                    new CachingFetcher(fetcher, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1 << 20, Duration.ZERO);
            assertThat(cache.fetch(server.at("/start"), FetchLimits.DOCUMENT)).isInstanceOf(FetchResult.Fetched.class);
            assertThat(cache.fetch(server.at("/start"), FetchLimits.DOCUMENT)).isInstanceOf(FetchResult.Fetched.class);
            assertThat(server.requests()).hasSize(4);
            assertThat(server.requests().get(2)).as("the redirect").doesNotContain("If-None-Match");
            assertThat(server.requests().get(3)).contains("If-None-Match: \"v1\"");
            assertThat(cache.fetch(changed.at("/"), FetchLimits.DOCUMENT))
                    .as("unchanged, of nothing")
                    .isInstanceOfSatisfying(FetchResult.Failed.class, failed -> {
                        assertThat(failed.failure()).isEqualTo(Failure.BAD_STATUS);
                        assertThat(failed.detail()).isEqualTo("304");
                    });
        }
    }

    @Test
    void notModifiedIsReportedAsUnchanged() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(NOT_MODIFIED));
                HttpFetcher fetcher = new HttpFetcher("test", Duration.ofSeconds(30), true)) {
            URI uri = server.at("/");
            DocumentSource.Copy copy = new DocumentSource.Copy(uri, null, "Sun, 15 Nov 2026 09:00:00 GMT");
            assertThat(fetcher.get(uri, FetchLimits.DOCUMENT, copy))
                    .isEqualTo(new DocumentSource.Unchanged(
                            new CacheHeaders(null, null, null, null, null, "\"v1\"", null)));
            assertThat(server.requests().get(0)).contains("If-Modified-Since: Sun, 15 Nov 2026 09:00:00 GMT");
        }
    }
}
