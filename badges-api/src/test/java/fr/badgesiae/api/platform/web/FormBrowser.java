package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.web.WebHarness.Answer;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A browser without scripts: keeps cookies, reads pages, sends their forms with the CSRF token. */
public final class FormBrowser {
    private final WebHarness web;
    private final Map<String, String> jar = new LinkedHashMap<>();

    public FormBrowser(WebHarness web) {
        this.web = web;
    }

    /** The cookies by name; a test may add its own. */
    public Map<String, String> jar() {
        return jar;
    }

    public Answer get(String path) {
        return call("GET", path, Map.of("Accept", "text/html", "Accept-Language", "fr"), new byte[0]);
    }

    /** Opens a page and sends one of its forms. */
    public Answer submit(String page, String action, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token(page));
        return post(action, all, Map.of());
    }

    /** The CSRF token in the forms of a page. */
    public String token(String page) {
        return get(page).text().replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    public Answer post(String path, Map<String, String> fields, Map<String, String> more) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "text/html");
        headers.put("Accept-Language", "fr");
        return call("POST", path, headers, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a body that none of our forms sends. */
    public Answer send(String path, String type, byte[] body) {
        return call("POST", path, Map.of("Content-Type", type, "Accept", "text/html"), body);
    }

    public void keep(List<NewCookie> cookies) {
        for (NewCookie cookie : cookies) {
            if (cookie.getMaxAge() == 0) {
                jar.remove(cookie.getName());
            } else {
                jar.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    private Answer call(String method, String path, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new HashMap<>(headers);
        StringBuilder cookies = new StringBuilder();
        jar.forEach((name, value) -> cookies.append(cookies.isEmpty() ? "" : "; ")
                .append(name)
                .append('=')
                .append(value));
        if (!cookies.isEmpty()) {
            all.put("Cookie", cookies.toString());
        }
        Answer answer = web.call(method, path, all, body);
        keep(List.copyOf(answer.response().getCookies().values()));
        return answer;
    }
}
