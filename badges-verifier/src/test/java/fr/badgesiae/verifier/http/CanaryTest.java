package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real sockets and real TLS. 127.0.0.2 stands for the public Internet, 127.0.0.1 for our internal network, where a canary
 * listens on the same port. Whatever the name server answers, the canary must receive no connection.
 */
@Timeout(60)
class CanaryTest {
    private static final FetchLimits LIMITS = new FetchLimits(1000, 3, false);
    private static final String PUBLIC = "127.0.0.2";
    private static final String INSIDE = "127.0.0.1";

    @TempDir
    private static Path folder;

    private static SSLContext tls;

    private final AtomicInteger asked = new AtomicInteger();
    private String page = "/none";
    private LoopbackServer web;
    private LoopbackServer canary;

    @BeforeAll
    static void makeACertificate() throws Exception {
        tls = Certificates.of(folder, "badges.example", "xn--mnchen-3ya.example");
    }

    @BeforeEach
    void openTheWebAndTheCanaryOnOnePort() throws IOException {
        LoopbackServer.Answer answer = (path, out) ->
                out.write(path.equals("/away") ? LoopbackServer.redirect(page) : LoopbackServer.ok("", "{}"));
        while (canary == null) {
            web = new LoopbackServer(answer, LoopbackServer.open(PUBLIC, 0, tls.getServerSocketFactory()));
            try {
                canary = new LoopbackServer(
                        answer, LoopbackServer.open(INSIDE, web.port(), ServerSocketFactory.getDefault()));
            } catch (UncheckedIOException taken) {
                // A connection of another process has this port at the other address.
                web.close();
            }
        }
    }

    @AfterEach
    void theCanaryHeardNothing() throws IOException {
        int heard = canary.connections();
        canary.close();
        web.close();
        assertThat(heard).isZero();
    }

    @Test
    void theAddressThatWasCheckedIsTheOneConnectedTo() {
        DnsResolver rebinding = names(host -> asked.getAndIncrement() == 0 ? PUBLIC : INSIDE);
        assertThat(fetch(rebinding, "badges.example")).isInstanceOf(FetchResult.Fetched.class);
        assertThat(asked).as("one question a connection").hasValue(1);
        assertThat(failure(fetch(rebinding, "badges.example"))).isEqualTo(Failure.REFUSED_ADDRESS);
        assertThat(web.requests()).hasSize(1);
    }

    @Test
    void aRedirectAsksTheNameAgainAndChecksTheAnswerAgain() {
        page = "/elsewhere";
        DnsResolver rebinding = names(host -> asked.getAndIncrement() == 0 ? PUBLIC : INSIDE);
        assertThat(failure(fetch(rebinding, "badges.example", "/away"))).isEqualTo(Failure.REFUSED_ADDRESS);
        assertThat(web.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2 127.0.0.1", "127.0.0.1 127.0.0.2", "127.0.0.2 127.0.0.2 ::1"})
    void aNameWithOnePrivateAddressAmongSeveralIsRefusedWhole(String addresses) {
        assertThat(failure(fetch(names(host -> addresses), "badges.example"))).isEqualTo(Failure.REFUSED_ADDRESS);
        assertThat(web.connections()).isZero();
    }

    @Test
    void aNameWithSeveralPublicAddressesIsAskedAtOneThatAnswers() {
        assertThat(fetch(names(host -> "127.0.0.3 127.0.0.2"), "badges.example"))
                .isInstanceOf(FetchResult.Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:PORT/",
                "https://localhost:PORT/",
                "https://[::1]:PORT/",
                "https://[::ffff:127.0.0.1]:PORT/",
                "https://[64:ff9b::7f00:1]:PORT/",
                "https://[2002:7f00:1::]:PORT/",
                "https://169.254.169.254/latest/meta-data/",
                "https://metadata.google.internal/",
                "https://2130706433:PORT/",
                "http://2130706433:PORT/",
                "https://0x7f.1:PORT/",
                "https://0177.0.0.1:PORT/",
                "https://user@badges.example:PORT/",
                "https://inside.example:PORT/",
                "http://badges.example:PORT/",
                "ftp://badges.example:PORT/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT/x"
            })
    void neitherAnAddressNorARedirectReachesTheInternalNetwork(String where) {
        DnsResolver names = names(host -> switch (host) {
            case "badges.example" -> PUBLIC;
            case "inside.example", "localhost" -> INSIDE;
            default -> host.replace("[", "").replace("]", "");
        });
        String target = where.replace("PORT", Integer.toString(web.port()));
        try (HttpFetcher fetcher = fetcher(names, tls)) {
            assertThat(failure(fetcher.fetch(URI.create(target), LIMITS))).isEqualTo(Failure.REFUSED_ADDRESS);
            page = target;
            URI away = URI.create("https://badges.example:" + web.port() + "/away");
            assertThat(failure(fetcher.fetch(away, LIMITS))).isEqualTo(Failure.REFUSED_ADDRESS);
        }
        assertThat(web.requests()).hasSize(1);
    }

    @Test
    void anInternationalNameIsAskedByItsAsciiForm() {
        DnsResolver names = names(host -> host.equals("xn--mnchen-3ya.example") ? PUBLIC : INSIDE);
        assertThat(fetch(names, "münchen.example")).isInstanceOf(FetchResult.Fetched.class);
        assertThat(web.requests())
                .singleElement()
                .asString()
                .containsIgnoringCase("Host: xn--mnchen-3ya.example:" + web.port() + "\n");
    }

    @Test
    void aCertificateOfAnotherNameOrOfNobodyIsRefused() {
        assertThat(failure(fetch(names(host -> PUBLIC), "other.example"))).isEqualTo(Failure.NOT_SECURE);
        try (HttpFetcher strict = new HttpFetcher(
                "test",
                Duration.ofSeconds(30),
                new UrlPolicy(false),
                resolver(names(host -> PUBLIC)),
                DefaultClientTlsStrategy.createDefault(),
                new HostBudgets(100, Duration.ofMinutes(1), () -> 0))) {
            URI uri = URI.create("https://badges.example:" + web.port() + "/");
            assertThat(failure(strict.fetch(uri, LIMITS))).isEqualTo(Failure.NOT_SECURE);
        }
        assertThat(web.requests()).isEmpty();
    }

    @Test
    void aNameWithoutAnAddressIsNoHost() {
        assertThat(failure(fetch(names(host -> ""), "badges.example"))).isEqualTo(Failure.HOST_UNKNOWN);
    }

    @Test
    void aNameThatIsNotKnownIsNoHost() {
        DnsResolver unknown = names(host -> {
            throw new UnknownHostException(host);
        });
        assertThat(failure(fetch(unknown, "badges.example"))).isEqualTo(Failure.HOST_UNKNOWN);
    }

    @Test
    void aNameServerThatNeverAnswersIsCutByTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        DnsResolver silent = names(host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return PUBLIC;
        });
        try (HttpFetcher fetcher = fetcher(silent, tls, Duration.ofMillis(300), 100)) {
            assertThat(failure(fetcher.fetch(URI.create("https://badges.example/"), LIMITS)))
                    .isEqualTo(Failure.DEADLINE);
        }
    }

    @Test
    void aHostHasABudgetThatRedirectsSpendToo() {
        page = "/elsewhere";
        try (HttpFetcher fetcher = fetcher(names(host -> PUBLIC), tls, Duration.ofSeconds(30), 3)) {
            URI away = URI.create("https://badges.example:" + web.port() + "/away");
            assertThat(fetcher.fetch(away, LIMITS)).isInstanceOf(FetchResult.Fetched.class);
            assertThat(failure(fetcher.fetch(away, LIMITS))).isEqualTo(Failure.TOO_MANY_FETCHES);
        }
        assertThat(web.requests()).hasSize(3);
    }

    private FetchResult fetch(DnsResolver names, String host) {
        return fetch(names, host, "/");
    }

    private FetchResult fetch(DnsResolver names, String host, String path) {
        try (HttpFetcher fetcher = fetcher(names, tls)) {
            return fetcher.fetch(URI.create("https://" + host + ":" + web.port() + path), LIMITS);
        }
    }

    private static HttpFetcher fetcher(DnsResolver names, SSLContext tls) {
        return fetcher(names, tls, Duration.ofSeconds(30), 100);
    }

    private static HttpFetcher fetcher(DnsResolver names, SSLContext tls, Duration deadline, int budget) {
        return new HttpFetcher(
                "test",
                deadline,
                new UrlPolicy(false),
                resolver(names),
                new DefaultClientTlsStrategy(tls),
                new HostBudgets(budget, Duration.ofMinutes(1), () -> 0));
    }

    /** The shipped rule, except for the loopback addresses that stand for the Internet. */
    private static PublicAddressesOnly resolver(DnsResolver names) {
        return new PublicAddressesOnly(
                names,
                false,
                address -> address.getHostAddress().matches("127\\.0\\.0\\.[23]")
                        || PublicAddressesOnly.isPublic(address));
    }

    private static Failure failure(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) result).failure();
    }

    /** A name server; an answer is a list of addresses separated by blanks. */
    @FunctionalInterface
    private interface Answers {
        String of(String host) throws UnknownHostException;
    }

    private static DnsResolver names(Answers answers) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                String[] found = Arrays.stream(answers.of(host).split(" "))
                        .filter(text -> !text.isEmpty())
                        .toArray(String[]::new);
                InetAddress[] addresses = new InetAddress[found.length];
                for (int i = 0; i < found.length; i++) {
                    addresses[i] = InetAddress.getByName(found[i]);
                }
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
