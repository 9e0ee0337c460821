package fr.badgesiae.api.platform.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMS by a gateway that takes JSON:
 *
 * <pre>
 * POST &lt;sms.url&gt;
 * Authorization: Bearer &lt;sms.token&gt;
 * Idempotency-Key: &lt;id&gt;
 * Content-Type: application/json
 *
 * {"id": "…", "to": "+33612345678", "from": "&lt;sms.sender&gt;", "text": "…"}
 * </pre>
 *
 * <p>2xx: taken. 400, 404, 410, 422: refused for good. Everything else is tried again with the same id. Redirects are not
 * followed: the token is for one address.
 */
final class JsonSmsTransport implements MessageTransport {
    private static final Logger LOG = LoggerFactory.getLogger(JsonSmsTransport.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Set<Integer> FOR_GOOD = Set.of(400, 404, 410, 422);
    private static final Set<Integer> BUSY = Set.of(408, 425, 429);

    private final SmsGateway gateway;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    JsonSmsTransport(SmsGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.SMS;
    }

    @Override
    public Delivery send(UUID id, OutgoingMessage message) {
        HttpRequest request = HttpRequest.newBuilder(gateway.address())
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + gateway.token().value())
                .header("Idempotency-Key", id.toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(id, message)))
                .build();
        try {
            return delivery(status(request));
        } catch (IOException e) {
            LOG.info("The SMS gateway did not answer: {}", e.getClass().getSimpleName());
            return Delivery.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.UNREACHABLE;
        }
    }

    /** The answer is its status. Its body is not read: one without an end would keep the job. */
    private int status(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private static Delivery delivery(int status) {
        if (status >= 200 && status < 300) {
            return Delivery.SENT;
        }
        LOG.info("The SMS gateway did not take a message: {}", status);
        if (FOR_GOOD.contains(status)) {
            return Delivery.REFUSED;
        }
        return BUSY.contains(status) || status >= 500 ? Delivery.LATER : Delivery.UNREACHABLE;
    }

    private String body(UUID id, OutgoingMessage message) {
        ObjectNode json = JSON.createObjectNode().put("id", id.toString()).put("to", message.to());
        if (!gateway.sender().isEmpty()) {
            json.put("from", gateway.sender());
        }
        json.put("text", plain(message.text()));
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One sign outside the alphabet of SMS (GSM 03.38) leaves 70 instead of 160 characters to a message: quotes and spaces. */
    static String plain(String text) {
        return text.replace('’', '\'')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("« ", "\"")
                .replace(" »", "\"")
                .replace('–', '-')
                .replace("…", "...");
    }
}
