package fr.badgesiae.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.LogLines;
import fr.badgesiae.api.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Senders that begin many bodies and end none of them. */
class SlowSendersTest {
    private static final Duration BOUND = Duration.ofSeconds(8);

    /** More than the threads of the server. */
    private static final int SLOW = 1_100;

    /** Of the senders, so that none has too many connections. */
    private static final int ADDRESSES = 8;

    private static final String ROBOTS = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final List<Socket> open = new ArrayList<>();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.withoutProxyHere();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void closeAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void elevenHundredBodiesThatDoNotEndStopNobodyElse() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            begun("127.0.1." + (1 + i % ADDRESSES));
        }
        assertThat(robots().statusCode()).isEqualTo(200);
        assertThat(robots().statusCode()).isEqualTo(200);
        assertThat(refused())
                .as("bodies beyond those that may be read at a time")
                .startsWith("HTTP/1.1 503 ");
    }

    @Test
    void oneClientHasAFewBodiesReadAtATimeAndAnotherClientIsNotAskedToWait() throws Exception {
        for (int i = 0; i <= BodyReads.EACH; i++) {
            begun("127.0.2.1");
        }
        assertThat(refused()).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
        String form = "POST /signin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Connection: close\r\nContent-Length: 7\r\n\r\nlogin=x";
        assertThat(answer(connected("127.0.2.2"), form)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aBodyThatTricklesIsGivenUpWithoutALineInTheLog() throws Exception {
        LogLines log = LogLines.open();
        Socket socket = begun("127.0.3.1");
        InputStream in = socket.getInputStream();
        // a byte now and then, each after some answers to somebody else: below the least rate
        for (int sent = 0; sent < 1_000 && in.available() == 0; sent++) {
            socket.getOutputStream().write('x');
            for (int answers = 0; answers < 40 && in.available() == 0; answers++) {
                assertThat(robots().statusCode()).isEqualTo(200);
            }
        }
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
        log.close();
        assertThat(log.text()).doesNotContain("ERROR");
    }

    @Test
    void anAddressWithTooManyConnectionsGetsNoOther() throws Exception {
        for (int i = 0; i < ConnectionLimits.EACH; i++) {
            connected("127.0.4.1");
        }
        assertThat(answer(open.get(0), ROBOTS)).startsWith("HTTP/1.1 200 ");
        Socket more = connected("127.0.4.1");
        Socket last = connected("127.0.4.1");
        assertThat(List.of(answer(more, ROBOTS), answer(last, ROBOTS))).contains("");
        assertThat(answer(connected("127.0.4.2"), ROBOTS)).as("another address").startsWith("HTTP/1.1 200 ");
    }

    private static HttpResponse<String> robots() throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(server.origin().resolve("/robots.txt"))
                        .timeout(BOUND)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** An answer 503 to one of the connections. Others may be given up meanwhile. */
    private String refused() throws Exception {
        for (int rounds = 0; rounds < 1_000; rounds++) {
            for (Socket socket : open) {
                if (socket.getInputStream().available() > 0) {
                    byte[] bytes = new byte[1_000];
                    int read = socket.getInputStream().read(bytes);
                    String begin = new String(bytes, 0, Math.max(read, 0), StandardCharsets.UTF_8);
                    if (begin.startsWith("HTTP/1.1 503 ")) {
                        return begin;
                    }
                }
            }
            robots();
        }
        return "none";
    }

    /** All that comes; empty from a connection that was closed. */
    private static String answer(Socket socket, String request) {
        try (InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private Socket connected(String from) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getAllByName(from)[0], 0));
        socket.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), server.origin().getPort()),
                (int) BOUND.toMillis());
        socket.setSoTimeout((int) BOUND.toMillis());
        return socket;
    }

    /** A connection that has sent the beginning of a form. */
    private Socket begun(String from) throws IOException {
        Socket socket = connected(from);
        socket.getOutputStream()
                .write(("POST /signin HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                + " application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nlogin=")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
