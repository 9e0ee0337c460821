package fr.badgesiae.api;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.TestSessions;
import jakarta.ws.rs.core.NewCookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client with a session on the running server; sends forms with the CSRF token of an earlier page. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "a-part-ends-here";

    /** Of all visitors: a client for each would exceed the connections that the service grants to one address. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestServer server;
    private final String cookies;
    private final String token;

    /** @param page a page of this client that has a form */
    Visitor(TestServer server, String page, Function<TestSessions, List<NewCookie>> open) throws Exception {
        this.server = server;
        Platform platform = server.platform();
        String session = open.apply(TestSessions.of(platform)).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpResponse<String> shown =
                send(HttpRequest.newBuilder(server.origin().resolve(page)).header("Cookie", session));
        String visit = shown.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("visit="))
                .map(cookie -> cookie.split(";", -1)[0])
                .findFirst()
                .orElseThrow();
        Matcher found = TOKEN.matcher(shown.body());
        if (!found.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        this.cookies = session + "; " + visit;
        this.token = found.group(1);
    }

    HttpResponse<String> call(Route route, String address, Map<String, String> fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Cookie", cookies)
                .header("Accept", "text/html,application/json");
        if (route.verb().equals("GET")) {
            return send(request);
        }
        if (route.takesFiles()) {
            String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                    + "\r\n--" + BOUNDARY + "--\r\n";
            return send(request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .method(route.verb(), HttpRequest.BodyPublishers.ofString(body)));
        }
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .method(route.verb(), HttpRequest.BodyPublishers.ofString(body(fields))));
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Cookie", cookies)
                .header("Accept", "text/html"));
    }

    /** The page in this language. */
    HttpResponse<String> get(String address, String language) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .header("Accept-Language", language));
    }

    /** A form that does not know the token. */
    HttpResponse<String> forged(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("")));
    }

    HttpResponse<String> post(String address, Map<String, String> fields) throws Exception {
        return post(address, List.copyOf(fields.entrySet()));
    }

    /** A form that may send a field several times. */
    HttpResponse<String> post(String address, List<Map.Entry<String, String>> fields) throws Exception {
        return send(HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body(fields))));
    }

    /** A form with a file in one of its fields. */
    HttpResponse<String> upload(String address, Map<String, String> fields, String name, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String before = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        body.writeBytes((before + "_csrf\"\r\n\r\n" + token + "\r\n").getBytes(StandardCharsets.UTF_8));
        fields.forEach((field, value) -> body.writeBytes(
                (before + field + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes((before + name + "\"; filename=\"brought\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The file that a form without fields answers with. */
    byte[] bytes(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Cookie", cookies)
                .header("Accept", "text/html,*/*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body(Map.of())))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private String body(Map<String, String> fields) {
        return body(List.copyOf(fields.entrySet()));
    }

    private String body(List<Map.Entry<String, String>> fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
        fields.forEach(
                field -> form.append('&').append(field.getKey()).append('=').append(encoded(field.getValue())));
        return form.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The page that answers a form is behind a redirect. */
    private HttpResponse<String> answered(HttpResponse<String> answer) throws IOException, InterruptedException {
        String led = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == 303 && led.startsWith("/answers/") ? get(led) : answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return answered(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            // A server that refuses a form may close the connection behind its answer, just as the client writes the
            // next request.
            if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
                throw e;
            }
            return answered(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }
    }
}
