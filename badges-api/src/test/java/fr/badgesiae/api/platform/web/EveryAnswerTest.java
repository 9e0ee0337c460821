package fr.badgesiae.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryAnswerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.origin() + path))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200, 200",
        "/legal, 200, 200",
        "/privacy, 200, 200",
        "/accessibility, 200, 200",
        "/styleguide, 200, 200",
        "/signin, 200, 406",
        "/claim, 200, 406",
        "/me, 303, 406",
        "/app, 303, 406",
        "/v, 200, 200",
        "/v/0000000000000000, 404, 404",
        "/v/x/badge.json, 404, 404",
        "/issuers/x, 404, 404",
        "/status/x, 404, 404",
        "/achievements/x/1, 404, 404",
        "/nowhere, 404, 404",
        "/api/v1/verifications, 405, 405",
        "/robots.txt, 200, 200",
        "/.well-known/security.txt, 200, 200",
        "/.well-known/jwks.json, 200, 200",
        "/assets/0/app.css, 200, 200"
    })
    void carriesTheHeadersAndNoTrace(String path, int page, int json) throws Exception {
        Map<String, Integer> statuses = Map.of("text/html", page, "application/json", json);
        for (String accept : statuses.keySet()) {
            HttpResponse<String> answer = get(path, accept);
            assertThat(answer.statusCode()).as(path).isEqualTo(statuses.get(accept));
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http:", "*");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(answer.headers().allValues("Cache-Control")).as(path).hasSize(1);
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.body()).as(path).doesNotContain("Exception", "\tat ", "jetty", "Jersey");
        }
    }

    @Test
    void thePageOfACodeSetsNoCookie() throws Exception {
        for (String path : new String[] {"/v", "/v?lang=en", "/v/0000000000000000?lang=en"}) {
            assertThat(get(path, "text/html").headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /v/%00 HTTP/1.1",
                "GET /v/0000-0000%2f HTTP/1.1",
                "GET /claim/..%2f HTTP/1.1",
                "POST /signin HTTP/9.9",
                "GET /%ZZ HTTP/1.1",
                "GET /..;/..;/etc HTTP/1.1",
                "GET / HTTP/9.9",
                "NONSENSE",
                "TRACE / HTTP/1.1"
            })
    void evenAMalformedRequestGetsTheHeadersAndNoTrace(String line) throws Exception {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*")
                .contains(
                        "Content-Security-Policy: default-src 'none'",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer",
                        "X-Robots-Tag: noindex, nofollow",
                        "Cache-Control: no-store")
                .doesNotContain("Exception", "\tat ", "org.eclipse", "Jetty");
    }

    @Test
    void aRedirectNamesNoHostThatTheClientNamed() throws Exception {
        String answer = raw("GET /app HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nAccept:"
                + " text/html\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 303 ")
                .contains("Location: /signin")
                .doesNotContain("evil.example");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.origin().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
