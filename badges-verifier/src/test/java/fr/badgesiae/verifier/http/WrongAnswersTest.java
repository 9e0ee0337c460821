package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed responses: none is a document, none delays us, none exceeds its limits. */
@Timeout(60)
class WrongAnswersTest {
    private static final FetchLimits LIMITS = new FetchLimits(1000, 3, false);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 10\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: 0x2\r\n\r\n{}",
                "Content-Length: two\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
                "Content-Length: 2, 2\r\n\r\n{}",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}3\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}",
                "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Encoding: gzip\r\nConnection: close\r\n\r\n{}",
                "Content-Encoding: gzip\r\nConnection: close\r\n\r\n"
            })
    void aBodyThatContradictsItsHeadIsNoDocument(String answer) throws IOException {
        assertThat(failure(OK + answer)).isEqualTo(Failure.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "compress", "gzip, gzip", "gzip, br", "none", "g zip"})
    void anEncodingThatWasNotAskedForIsRefused(String encoding) throws IOException {
        assertThat(failure(OK + "Content-Encoding: " + encoding + "\r\nContent-Length: 2\r\n\r\n{}"))
                .isEqualTo(Failure.valueOf("REFUSED_BY_SERVER"));
    }

    @Test
    void twoHeadersOfEncodingCountAsOne() throws IOException {
        assertThat(failure(OK + "Content-Encoding: gzip\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}"))
                .isEqualTo(Failure.valueOf("REFUSED_BY_SERVER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "\r\n\r\n\r\n"})
    void whatIsNoAnswerIsNoDocument(String answer) throws IOException {
        assertThat(failure(answer)).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void whatComesAfterTheLengthIsNeitherReadNorTakenForTheNextAnswer() throws IOException {
        byte[] two = LoopbackServer.ascii(OK + "Content-Length: 2\r\n\r\n{}" + OK + "Content-Length: 4\r\n\r\nevil");
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(two));
                HttpFetcher fetcher = new HttpFetcher("test", LONG, true)) {
            for (int i = 0; i < 3; i++) {
                FetchResult.Fetched fetched = (FetchResult.Fetched) fetcher.fetch(server.at("/" + i), LIMITS);
                assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aLengthBeyondTheLimitIsRefusedBeforeTheBody() throws IOException {
        assertThat(failure(OK + "Content-Length: 1001\r\n\r\n")).isEqualTo(Failure.TOO_LARGE);
        assertThat(failure(OK + "Content-Length: 1000\r\n\r\n")).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void packedBytesThatUnpackToNothingAreCountedToo() throws IOException {
        byte[] nothing = {0, 0, 0, (byte) 0xff, (byte) 0xff};
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
            out.write(LoopbackServer.ascii(OK + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n"));
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, (byte) (path.equals("/name") ? 8 : 0), 0, 0, 0, 0, 0, 0});
            while (true) {
                out.write(path.equals("/name") ? LoopbackServer.ascii("name") : nothing);
            }
        })) {
            assertThat(fetch(server, "/blocks", LONG)).isEqualTo(Failure.TOO_LARGE);
            assertThat(fetch(server, "/name", LONG)).isEqualTo(Failure.TOO_LARGE);
        }
    }

    @Test
    void aPackedBodyThatBreaksOffIsNoDocument() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LoopbackServer.ascii("{\"a\":\"0123456789\"}"));
        }
        byte[] half = packed.toByteArray();
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
            out.write(LoopbackServer.ascii(OK + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n"));
            out.write(half, 0, half.length / 2);
        })) {
            assertThat(fetch(server, "/", LONG)).isEqualTo(Failure.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/chunks, TOO_LARGE",
        "/extension, UNREACHABLE",
        "/trailers, UNREACHABLE",
        "/line, UNREACHABLE",
        "/headers, UNREACHABLE"
    })
    void whatNeverEndsIsCutByItsCount(String path, Failure failure) throws IOException {
        try (LoopbackServer server = new LoopbackServer((asked, out) -> {
            out.write(LoopbackServer.ascii(OK + "Transfer-Encoding: chunked\r\n"));
            out.write(LoopbackServer.ascii(
                    switch (asked) {
                        case "/extension" -> "\r\n1;";
                        case "/trailers" -> "\r\n1\r\nX\r\n0\r\n";
                        default -> "";
                    }));
            byte[] piece = LoopbackServer.ascii(
                    switch (asked) {
                        case "/line", "/extension" -> "X".repeat(1000);
                        case "/headers", "/trailers" -> "X-More: more\r\n";
                        default -> "\r\n1\r\nX";
                    });
            while (true) {
                out.write(piece);
            }
        })) {
            assertThat(fetch(server, path, LONG)).isEqualTo(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"})
    void aDripIsCutByTheDeadlineOfTheWholeExchange(String head) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
            out.write(LoopbackServer.ascii(head));
            while (!never.await(10, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        })) {
            assertThat(fetch(server, "/", SHORT)).isEqualTo(Failure.DEADLINE);
        }
    }

    @Test
    void redirectsAndInterimAnswersShareOneDeadline() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
            while (path.equals("/interim") && !never.await(1, TimeUnit.MILLISECONDS)) {
                out.write(LoopbackServer.ascii("HTTP/1.1 103 Early Hints\r\n\r\n"));
                out.flush();
            }
            if (!path.equals("/3") || !never.await(20, TimeUnit.SECONDS)) {
                out.write(LoopbackServer.redirect("/" + (Integer.parseInt(path.substring(1)) + 1)));
            }
        })) {
            assertThat(fetch(server, "/interim", SHORT)).isEqualTo(Failure.DEADLINE);
            assertThat(fetch(server, "/0", SHORT)).isEqualTo(Failure.DEADLINE);
        }
    }

    @Test
    void aHandshakeThatNeverHappensIsCutByTheDeadline() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = new LoopbackServer(
                        (path, out) -> never.await(),
                        LoopbackServer.open("127.0.0.1", 0, ServerSocketFactory.getDefault()));
                HttpFetcher fetcher = new HttpFetcher("test", SHORT, true)) {
            FetchResult result = fetcher.fetch(java.net.URI.create("https://127.0.0.1:" + server.port() + "/"), LIMITS);
            assertThat(((FetchResult.Failed) result).failure()).isEqualTo(Failure.DEADLINE);
        }
    }

    private static Failure failure(String answer) throws IOException {
        byte[] bytes = LoopbackServer.ascii(answer);
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(bytes))) {
            return fetch(server, "/", LONG);
        }
    }

    private static Failure fetch(LoopbackServer server, String path, Duration deadline) {
        try (HttpFetcher fetcher = new HttpFetcher("test", deadline, true)) {
            FetchResult result = fetcher.fetch(server.at(path), LIMITS);
            assertThat(result).isInstanceOf(FetchResult.Failed.class);
            return ((FetchResult.Failed) result).failure();
        }
    }
}
