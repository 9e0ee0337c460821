package fr.badgesiae.api.holder;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the space of one holder, and the public pages, on the database of a fixture. */
public final class SpaceHarness {
    private final WebHarness web;

    public SpaceHarness(ClaimFixture fixture, HolderId holder) {
        List<Object> resources = new ArrayList<>(fixture.holders.resources());
        resources.addAll(fixture.shares.resources());
        resources.add(new SignedIn(new HolderPrincipal(holder, UUID.randomUUID(), FrenchZone.PARIS)));
        web = new WebHarness(fixture.platform.settings(), fixture.platform.pages(), resources);
    }

    /** Every request is of this holder. */
    private record SignedIn(HolderPrincipal principal) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty(HolderPrincipal.class.getName(), principal);
        }
    }

    /** A page in French. */
    public Answer get(String path) {
        return web.browse(path, "fr");
    }

    /** @param fields names and values in turn; a name may come again */
    public Answer post(String path, String... fields) {
        String body = Stream.iterate(0, i -> i < fields.length, i -> i + 2)
                .map(i -> encoded(fields[i]) + "=" + encoded(fields[i + 1]))
                .collect(Collectors.joining("&"));
        return web.call(
                "POST",
                path,
                Map.of(
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        "fr",
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a file as a browser does.
     *
     * @param fileName empty where no file is chosen
     */
    public Answer upload(String path, String fileName, byte[] file, String field, String text) {
        String boundary = "----brought";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n"
                + text + "\r\n--" + boundary + "--\r\n"));
        return web.call(
                "POST",
                path,
                Map.of(
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        "fr",
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary),
                body.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
