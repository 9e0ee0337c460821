package fr.badgesiae.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the server refuses before the application sees them: under /api a problem, with the headers of any answer. */
class RefusedRequestsTest {
    private static final String VERIFICATIONS = "/api/v1/verifications";
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /api/%00 HTTP/1.1         | 400
            GET /api/%zz HTTP/1.1         | 400
            GET /api/%ff HTTP/1.1         | 400
            GET /api/v1%2fx HTTP/1.1      | 400
            GET /api/%2e%2e/x HTTP/1.1    | 400
            GET /api/..;/x HTTP/1.1       | 400
            GET /api/../../../x HTTP/1.1  | 400
            GET /api//v1 HTTP/1.1         | 400
            GET //api/v1 HTTP/1.1         | 400
            GET /api\\v1 HTTP/1.1         | 400
            GET /api/a b HTTP/1.1         | 400
            GET /api/v1... HTTP/1.1       | 404
            GET /api HTTP/1.1             | 404
            GET /api;x=1/v1 HTTP/1.1      | 404
            GET /%61pi/v1 HTTP/1.1        | 404
            GET http://localhost/api/x HTTP/1.1 | 404
            GET /api/v1/x?a=%zz HTTP/1.1  | 404
            HEAD /api/v1/verifications HTTP/1.1    | 405
            OPTIONS /api/v1/verifications HTTP/1.1 | 403
            OPTIONS /api/x HTTP/1.1       | 404
            TRACE /api/v1/verifications HTTP/1.1   | 405
            BREW /api/v1/verifications HTTP/1.1    | 405
            PATCH /api/v1/verifications HTTP/1.1   | 405
            GET /api/x HTTP/9.9           | 505
            NONSENSE                      | 400
            """)
    void aRequestLineIsRefusedWithAProblem(String line, int status) throws Exception {
        for (String accept : new String[] {"", "Accept: text/html\r\n"}) {
            assertProblem(line + "\r\nHost: localhost\r\nConnection: close\r\n" + accept + "\r\n", status);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type: ;;;                             | 400
            Content-Type: nonsense                        | 400
            Content-Type: multipart/form-data             | 400
            Content-Type: text/html                       | 415
            Content-Type: */*                             | 415
            Accept: ;;;                                   | 400
            Content-Length: x                             | 400
            Content-Length: -1                            | 400
            Content-Length: 99999999                      | 413
            Content-Length: 99999999999999999999          | 400
            Transfer-Encoding: nope                       | 400
            Expect: nope                                  | 417
            Content-Encoding: gzip                        | 400
            Content-Encoding: br                          | 415
            Foo bar                                       | 400
            """)
    void aHeaderIsRefusedWithAProblem(String header, int status) throws Exception {
        String type = header.startsWith("Content-Type") ? "" : "Content-Type: application/json\r\n";
        String length = header.matches("(Content-Length|Transfer-Encoding).*") ? "" : "Content-Length: 2\r\n";
        assertProblem(post(type + length + header + "\r\n") + "{}", status);
    }

    @Test
    void headersThatAreTooLargeAreRefusedWithAProblem() throws Exception {
        assertProblem(post("X-Long: " + "a".repeat(20_000) + "\r\n"), 431);
        assertProblem(
                "GET /api/x?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 414);
    }

    @Test
    void brokenChunksAreRefusedWithAProblem() throws Exception {
        String chunked = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
        assertProblem(post(chunked) + "zz\r\n{}\r\n0\r\n\r\n", 400);
        assertProblem(post(chunked + "Content-Length: 2\r\n") + "2\r\n{}\r\n0\r\n\r\n", 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a\r\nHost: b\r\n", "Host: a:b:c\r\n"})
    void aHostThatIsNoneIsRefusedWithAProblem(String host) throws Exception {
        assertProblem("GET /api/x HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", 400);
    }

    @Test
    void aPageKeepsItsWords() throws Exception {
        String answer = raw("TRACE /v HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Content-Type: text/html", "Demande refusée");
    }

    private static String post(String headers) {
        return "POST " + VERIFICATIONS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static void assertProblem(String request, int status) throws Exception {
        String answer = raw(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/problem+json")
                .contains(
                        "Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff", "no-referrer")
                .contains("Cache-Control: no-store")
                .doesNotContain("Exception", "\tat ", "org.eclipse", "Jetty");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        if (!request.startsWith("HEAD")) {
            JsonNode problem =
                    new ObjectMapper().readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("type").asText()).startsWith("/problems/");
            assertThat(problem.path("title").asText()).isNotBlank();
            assertThat(problem.path("detail").asText()).isNotBlank();
        }
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
