package fr.badgesiae.api;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts on the running server: keeps cookies, sends the hidden fields of forms, follows on request. */
final class Tab {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI origin;

    private final String network;

    Tab(URI origin) {
        this(origin, "203.0.113.1");
    }

    /** @param network the address that a proxy forwards, for a server that believes it */
    Tab(URI origin, String network) {
        this.origin = origin;
        this.network = network;
    }

    /** A tab whose member signed in with the form. */
    static Tab signedIn(TestServer server, String login) throws Exception {
        Tab tab = new Tab(server.origin());
        tab.signIn(login);
        return tab;
    }

    HttpResponse<String> signIn(String login) throws Exception {
        return post(
                "/signin",
                fields(get("/signin"), "/signin", Map.of("login", login, "password", "une phrase assez longue")));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return client.send(form(path, fields), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, Map<String, String> fields) {
        return client.sendAsync(form(path, fields), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form with a file in its field {@code image}. */
    HttpResponse<String> post(String path, Map<String, String> fields, String image)
            throws IOException, InterruptedException {
        String boundary = "a-part-ends-here";
        String before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
        String body = fields.entrySet().stream()
                        .map(field -> before + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + before + "image\"; filename=\"image\"\r\nContent-Type: image/svg+xml\r\n\r\n" + image + "\r\n--"
                + boundary + "--\r\n";
        return client.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The page behind redirects. */
    HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> last = answer;
        for (int i = 0; i < 10 && last.statusCode() == 303; i++) {
            last = get(location(last));
        }
        return last;
    }

    static String location(HttpResponse<String> answer) {
        // without what the page says of the form
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("[?]done=.*", "");
    }

    /** The hidden fields of the form with this action, and what was typed. */
    static Map<String, String> fields(HttpResponse<String> page, String action, Map<String, String> typed) {
        int start = page.body().indexOf("action=\"" + action + "\"");
        if (start < 0) {
            throw new IllegalStateException("no form to " + action + " in " + page.body());
        }
        String form = page.body().substring(start, page.body().indexOf("</form>", start));
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form);
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2).replace("&amp;", "&").replace("&#34;", "\""));
        }
        all.putAll(typed);
        return all;
    }

    /** The cookies by name. */
    Map<String, String> jar() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path))
                .header("Accept", "text/html,application/json;q=0.9")
                .header("X-Forwarded-For", network)
                .header("Accept-Language", "fr");
    }
}
