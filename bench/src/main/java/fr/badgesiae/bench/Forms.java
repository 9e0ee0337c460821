package fr.badgesiae.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: cookies, pages, and forms with the CSRF token of the last page. */
final class Forms {
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI origin;
    private HttpResponse<String> last;

    Forms(URI origin) {
        this.origin = origin;
    }

    Forms get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(origin.resolve(path)));
    }

    Forms post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", find("name=\"_csrf\" value=\"([^\"]+)\""));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(origin.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Forms send(HttpRequest.Builder request) throws IOException, InterruptedException {
        last = client.send(request.header("Accept-Language", "fr").build(), HttpResponse.BodyHandlers.ofString());
        // by hand: the client of the JDK names the form's type again, and the server then waits for a form
        while (last.statusCode() == 303) {
            URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
            last = client.send(
                    HttpRequest.newBuilder(next).header("Accept-Language", "fr").build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        if (last.statusCode() != 200) {
            throw new IOException(last.request().uri().getPath() + " answered " + last.statusCode());
        }
        return this;
    }

    /** Where a form without fields leads: an address of another application, which is not followed. */
    String redirected(String path) throws IOException, InterruptedException {
        String body = "_csrf=" + URLEncoder.encode(find("name=\"_csrf\" value=\"([^\"]+)\""), StandardCharsets.UTF_8);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(origin.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(path + " answered " + answer.statusCode()));
    }

    URI origin() {
        return origin;
    }

    /** The last answer. */
    String text() {
        return last.body();
    }

    /** The path of the last answer. */
    String path() {
        return last.uri().getPath();
    }

    /** The first group of a pattern in the last page. */
    String find(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(last.body());
        if (!matcher.find()) {
            throw new IOException("nothing like " + pattern + " on " + path());
        }
        return matcher.group(1)
                .replace("&amp;", "&")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
    }

    /** The value of the first choice of a list. */
    String firstOption(String name) throws IOException {
        return find("<select id=\"f-" + name + "\".*?<option value=\"([^\"]+)\"");
    }
}
