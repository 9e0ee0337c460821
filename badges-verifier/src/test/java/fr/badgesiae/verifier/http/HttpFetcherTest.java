package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpFetcherTest {
    private static final FetchLimits LIMITS = new FetchLimits(1000, 3, false);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void redirectsAreFollowedWithinTheirLimitAndRefusedBeyond() throws IOException {
        LoopbackServer.Answer chain = (path, out) -> {
            int left = Integer.parseInt(path.substring(1));
            out.write(left == 0 ? LoopbackServer.ok("", "{}") : LoopbackServer.redirect("/" + (left - 1)));
        };
        try (LoopbackServer server = new LoopbackServer(chain)) {
            FetchResult.Fetched fetched = (FetchResult.Fetched) fetch(server.at("/3"), LIMITS);
            assertThat(fetched.finalUri()).isEqualTo(server.at("/0"));
            assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
            assertThat(failure(server.at("/4"), LIMITS)).isEqualTo(Failure.TOO_MANY_REDIRECTS);
        }
    }

    @Test
    void onlyTheStatusesOfARedirectAreFollowed() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(
                path.equals("/there")
                        ? LoopbackServer.ok("", "{}")
                        : ("HTTP/1.1 " + path.substring(1) + " x\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII)))) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                assertThat(fetch(server.at("/" + status), LIMITS)).isInstanceOf(FetchResult.Fetched.class);
            }
            for (int status : new int[] {201, 300, 304, 305, 306, 404}) {
                assertThat(fetch(server.at("/" + status), LIMITS)).isInstanceOf(FetchResult.Failed.class);
            }
        }
    }

    @Test
    void aRedirectThatLeavesTheOriginIsRefusedWhereTheOriginCounts() throws IOException {
        try (LoopbackServer other = new LoopbackServer((path, out) -> out.write(LoopbackServer.ok("", "{}")));
                LoopbackServer server = new LoopbackServer((path, out) ->
                        out.write(LoopbackServer.redirect(other.at("/there").toString())))) {
            assertThat(fetch(server.at("/"), LIMITS)).isInstanceOf(FetchResult.Fetched.class);
            int asked = other.requests().size();
            assertThat(failure(server.at("/"), new FetchLimits(1000, 3, true)))
                    .isEqualTo(Failure.REDIRECT_LEAVES_ORIGIN);
            assertThat(other.requests()).hasSize(asked);
        }
    }

    @Test
    void aRedirectToWhereNobodyMayGoIsRefused() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(LoopbackServer.redirect(
                path.equals("/private")
                        ? "https://10.0.0.1/"
                        : path.equals("/http") ? "http://1.1.1.1/" : "file:/x")))) {
            assertThat(failure(server.at("/private"), LIMITS)).isEqualTo(Failure.REFUSED_ADDRESS);
            assertThat(failure(server.at("/http"), LIMITS)).isEqualTo(Failure.REFUSED_ADDRESS);
            assertThat(failure(server.at("/file"), LIMITS)).isEqualTo(Failure.REFUSED_ADDRESS);
        }
    }

    @Test
    void plainHttpAndLoopbackAreRefusedUnlessAllowed() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(LoopbackServer.ok("", "{}")));
                HttpFetcher strict = new HttpFetcher("test", LONG, false)) {
            FetchResult.Failed failed = (FetchResult.Failed) strict.fetch(server.at("/"), LIMITS);
            assertThat(failed.failure()).isEqualTo(Failure.REFUSED_ADDRESS);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aGzipBombIsCutAtTheLimit() throws IOException {
        byte[] bomb = packed(new byte[50_000_000]);
        byte[] small = packed("{}".getBytes(StandardCharsets.US_ASCII));
        try (LoopbackServer server =
                new LoopbackServer((path, out) -> gzip(path.equals("/bomb") ? bomb : small, 1, out))) {
            assertThat(failure(server.at("/bomb"), LIMITS)).isEqualTo(Failure.TOO_LARGE);
            assertThat(((FetchResult.Fetched) fetch(server.at("/small"), LIMITS)).body())
                    .hasSize(2);
        }
    }

    @Test
    void anyNumberOfEmptyGzipMembersIsReadWithoutOverflow() throws IOException {
        byte[] empty = packed(new byte[0]);
        try (LoopbackServer server = new LoopbackServer((path, out) -> gzip(empty, 100_000, out))) {
            assertThat(((FetchResult.Fetched) fetch(server.at("/"), LIMITS)).body())
                    .isEmpty();
        }
    }

    @Test
    void aSlowAnswerIsCutByTheDeadlineOfTheWholeExchange() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        byte[] start = LoopbackServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
                    out.write(path.equals("/head") ? LoopbackServer.ascii("HTTP/1.1 2") : start);
                    out.flush();
                    never.await();
                });
                HttpFetcher fetcher = new HttpFetcher("test", Duration.ofMillis(300), true)) {
            assertThat(failureOf(fetcher.fetch(server.at("/body"), LIMITS))).isEqualTo(Failure.DEADLINE);
            assertThat(failureOf(fetcher.fetch(server.at("/head"), LIMITS))).isEqualTo(Failure.DEADLINE);
        }
    }

    @Test
    void aDripThatNeverPausesLongIsCutByTheDeadlineToo() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
                    out.write(LoopbackServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n"));
                    for (int i = 0; i < 2_000_000_000; i++) {
                        out.write(' ');
                    }
                });
                HttpFetcher fetcher = new HttpFetcher("test", Duration.ofMillis(300), true)) {
            FetchLimits vast = new FetchLimits(Integer.MAX_VALUE - 100, 3, false);
            assertThat(failureOf(fetcher.fetch(server.at("/"), vast))).isEqualTo(Failure.DEADLINE);
        }
    }

    @Test
    void cookiesComeBackNeverAndRequestsNameUs() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) ->
                out.write(path.equals("/1") ? LoopbackServer.redirect("/2") : LoopbackServer.ok("", "{}")))) {
            fetch(server.at("/1"), LIMITS);
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head)
                            .contains("User-Agent: test\n")
                            .contains("Accept: application/ld+json, application/json")
                            .contains("Accept-Encoding: gzip\n")
                            .contains("Connection: close\n")
                            .doesNotContainIgnoringCase("cookie")
                            .doesNotContainIgnoringCase("authorization")
                            .doesNotContainIgnoringCase("referer"));
        }
    }

    @Test
    void statusesSayWhetherThereIsNoDocumentOrNoAnswer() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(LoopbackServer.ascii(
                "HTTP/1.1 " + path.substring(1) + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")))) {
            assertThat(failure(server.at("/404"), LIMITS)).isEqualTo(Failure.NOT_FOUND);
            assertThat(failure(server.at("/410"), LIMITS)).isEqualTo(Failure.GONE);
            assertThat(failure(server.at("/500"), LIMITS)).isEqualTo(Failure.BAD_STATUS);
            for (String passing : List.of("/408", "/425", "/429", "/500", "/502", "/503", "/504")) {
                assertThat(failure(server.at(passing), LIMITS)).as(passing).isEqualTo(Failure.BAD_STATUS);
            }
            for (String lasting : List.of("/302", "/400", "/405", "/406", "/414", "/421", "/451", "/499")) {
                assertThat(failure(server.at(lasting), LIMITS).name())
                        .as(lasting)
                        .isEqualTo("REFUSED_BY_SERVER");
            }
        }
    }

    @Test
    void whatStandsInPlaceOfADocumentThatIsGoneIsKeptUnlessItIsLong() throws IOException {
        try (LoopbackServer server = new LoopbackServer((path, out) -> {
            String body = path.equals("/long") ? "x".repeat(FetchResult.Failed.MAX_GONE_BODY + 1) : "{}";
            out.write(LoopbackServer.ascii(
                    "HTTP/1.1 410 Gone\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body));
        })) {
            assertThat(goneBody(server.at("/short"))).isEqualTo("{}");
            assertThat(goneBody(server.at("/long"))).isEmpty();
        }
    }

    @Test
    void aCookieIsNeverSentBackAndAChallengeNeverAnswered() throws IOException {
        byte[] challenge = LoopbackServer.ascii("""
                HTTP/1.1 401 Who
                WWW-Authenticate: Basic realm=x
                Set-Cookie: session=1; Path=/
                Content-Length: 0

                """.replace("\n", "\r\n"));
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(challenge));
                HttpFetcher fetcher = new HttpFetcher("test", LONG, true)) {
            assertThat(failureOf(fetcher.fetch(server.at("/1"), LIMITS))).isEqualTo(Failure.ACCESS_DENIED);
            assertThat(failureOf(fetcher.fetch(server.at("/2"), LIMITS))).isEqualTo(Failure.ACCESS_DENIED);
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head)
                            .doesNotContainIgnoringCase("cookie:")
                            .doesNotContainIgnoringCase("authorization:"));
        }
    }

    @Test
    void noProxyOfTheEnvironmentIsUsed() throws IOException {
        Properties before = (Properties) System.getProperties().clone();
        try (LoopbackServer server = new LoopbackServer((path, out) -> out.write(LoopbackServer.ok("", "{}")));
                LoopbackServer proxy = new LoopbackServer((path, out) -> out.write(LoopbackServer.ok("", "proxy")))) {
            String port = Integer.toString(proxy.port());
            for (String kind : List.of("http.proxy", "https.proxy", "socksProxy")) {
                System.setProperty(kind + "Host", "127.0.0.1");
                System.setProperty(kind + "Port", port);
            }
            System.setProperty("http.nonProxyHosts", "");
            System.setProperty("socksNonProxyHosts", "");
            assertThat(fetch(server.at("/"), LIMITS)).isInstanceOf(FetchResult.Fetched.class);
            assertThat(proxy.connections()).isZero();
        } finally {
            System.setProperties(before);
        }
    }

    @Test
    void aPortWithoutAServerIsSaidToRefuseTheConnection() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        try (HttpFetcher fetcher = new HttpFetcher("test", Duration.ofSeconds(30), true)) {
            FetchResult result = fetcher.fetch(URI.create("http://127.0.0.1:" + port + "/"), FetchLimits.DOCUMENT);
            assertThat(((FetchResult.Failed) result).failure()).isEqualTo(FetchResult.Failure.CONNECTION_REFUSED);
        }
    }

    @Test
    void aClosedFetcherAnswersWithAFailure() {
        HttpFetcher fetcher = new HttpFetcher("test", LONG, true);
        fetcher.close();
        assertThat(failureOf(fetcher.fetch(URI.create("http://localhost:1/"), LIMITS)))
                .isEqualTo(Failure.UNREACHABLE);
    }

    private static FetchResult fetch(URI uri, FetchLimits limits) {
        try (HttpFetcher fetcher = new HttpFetcher("test", LONG, true)) {
            return fetcher.fetch(uri, limits);
        }
    }

    private static String goneBody(URI uri) {
        byte[] goneBody = ((FetchResult.Failed) fetch(uri, LIMITS)).goneBody();
        return new String(goneBody, StandardCharsets.UTF_8);
    }

    private static Failure failure(URI uri, FetchLimits limits) {
        return failureOf(fetch(uri, limits));
    }

    private static Failure failureOf(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) result).failure();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void gzip(byte[] member, int times, OutputStream out) throws IOException {
        out.write(LoopbackServer.ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"));
        for (int i = 0; i < times; i++) {
            out.write(member);
        }
    }
}
