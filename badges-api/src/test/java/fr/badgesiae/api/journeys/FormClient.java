package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies, opens pages, sends their forms. */
final class FormClient {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();
    private URI origin;

    FormClient(URI origin) {
        this.origin = origin;
    }

    /** Continues at another node, as behind a load balancer. */
    FormClient at(URI other) {
        origin = other;
        return this;
    }

    String get(String path) {
        HttpResponse<String> answer = call(path, null).join();
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Sends a form of a page and returns the redirect address. */
    String submit(String page, String action, Map<String, String> fields) {
        HttpResponse<String> answer = send(form(page, fields), action).join();
        assertThat(answer.statusCode()).as(action + "\n" + answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** Sends a form that is answered with a page. */
    String ask(String page, String action, Map<String, String> fields) {
        HttpResponse<String> answer = send(form(page, fields), action).join();
        assertThat(answer.statusCode()).as(action + "\n" + answer.body()).isEqualTo(303);
        return get(answer.headers().firstValue("Location").orElseThrow());
    }

    /** A form of this page, filled in. */
    Map<String, String> form(String page, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", found(get(page), "name=\"_csrf\" value=\"([^\"]+)\""));
        return all;
    }

    CompletableFuture<HttpResponse<String>> send(Map<String, String> form, String action) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return call(action, body.toString());
    }

    private CompletableFuture<HttpResponse<String>> call(String path, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .header("Accept", "text/html,application/json;q=0.9")
                .header("Accept-Language", "fr");
        if (!cookies.isEmpty()) {
            StringBuilder all = new StringBuilder();
            cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", all.toString());
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> {
                    keep(answer.headers().allValues("Set-Cookie"));
                    return answer;
                });
    }

    private void keep(List<String> given) {
        for (String cookie : given) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    /** The report of our verifier for a document at its public address. */
    String verdict(String document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/api/v1/verifications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        String report =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return found(report, "\"verdict\"\\s*:\\s*\"([A-Z]+)\"");
    }

    /** The first group of the first match. */
    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern + " in\n" + text).isTrue();
        return matcher.group(1);
    }
}
