package fr.badgesiae.api.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import fr.badgesiae.api.LogLines;
import fr.badgesiae.api.platform.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the SMS gateway gets, and what its answers mean. */
class JsonSmsTransportTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final OutgoingMessage MESSAGE = new OutgoingMessage(
            MessageKind.SMS,
            "+33612345678",
            Locale.FRENCH,
            "",
            "Votre code\u00a0: 123456. C’est pour «\u00a0Badges\u00a0».");

    private final AtomicInteger status = new AtomicInteger(202);
    private final AtomicReference<JsonNode> body = new AtomicReference<>();
    private final AtomicReference<Headers> headers = new AtomicReference<>();
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            headers.set(exchange.getRequestHeaders());
            body.set(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Delivery send() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
        return new JsonSmsTransport(new SmsGateway(address, new Secret<>("abc.def"), "Badges")).send(ID, MESSAGE);
    }

    @Test
    void theGatewayGetsNumberTextAndToken() {
        assertThat(send()).isEqualTo(Delivery.SENT);
        assertThat(headers.get().getFirst("Authorization")).isEqualTo("Bearer abc.def");
        assertThat(headers.get().getFirst("Idempotency-Key")).isEqualTo(ID.toString());
        assertThat(headers.get().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(body.get().toString())
                .isEqualTo("{\"id\":\"" + ID + "\",\"to\":\"+33612345678\",\"from\":\"Badges\","
                        + "\"text\":\"Votre code : 123456. C'est pour \\\"Badges\\\".\"}");
    }

    @Test
    void answersAreTakenForWhatTheyAre() {
        assertThat(answered(200)).isEqualTo(Delivery.SENT);
        assertThat(answered(400)).isEqualTo(Delivery.REFUSED);
        assertThat(answered(422)).isEqualTo(Delivery.REFUSED);
        assertThat(answered(429)).isEqualTo(Delivery.LATER);
        assertThat(answered(503)).isEqualTo(Delivery.LATER);
        assertThat(answered(401)).isEqualTo(Delivery.UNREACHABLE);
    }

    private Delivery answered(int code) {
        status.set(code);
        return send();
    }

    /** The status is the answer: a body that never ends keeps nobody. */
    @Test
    @Timeout(60)
    void aBodyWithoutAnEndKeepsNobody() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(202, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            // Neither more bytes nor an end.
        });
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/endless");
        assertThat(new JsonSmsTransport(new SmsGateway(address, new Secret<>("abc.def"), "Badges")).send(ID, MESSAGE))
                .isEqualTo(Delivery.SENT);
    }

    @Test
    void theTokenFollowsNoRedirect() {
        assertThat(answered(307)).isEqualTo(Delivery.UNREACHABLE);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aGatewayThatIsAwayIsTriedAgainAndNoLogNamesTheNumber() {
        server.stop(0);
        try (LogLines log = LogLines.open()) {
            assertThat(send()).isEqualTo(Delivery.UNREACHABLE);
            assertThat(log.text()).contains("did not answer").doesNotContain("33612345678", "abc.def");
        }
    }
}
