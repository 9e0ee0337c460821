package fr.badgesiae.api.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.html.Visitors;
import fr.badgesiae.api.platform.i18n.Messages;
import io.dropwizard.jersey.jackson.JacksonFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The web layer and some resources, called in the same thread without a server. */
public final class WebHarness {
    private static final URI ORIGIN = URI.create("https://badges.example");

    private final ApplicationHandler handler;

    public WebHarness(Settings settings, Pages pages, List<Object> resources) {
        ResourceConfig config = new ResourceConfig();
        config.register(new JacksonFeature(new ObjectMapper()));
        config.register(MultiPartFeature.class);
        new WebLayer(settings, new Assets(), pages).components().forEach(config::register);
        resources.forEach(config::register);
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        handler = new ApplicationHandler(config);
    }

    public static Settings settings() {
        return new Settings(ORIGIN, true);
    }

    public static Pages pages() {
        return new Pages(new Messages(), new Assets(), settings(), Visitors.anonymous());
    }

    /** An answer: the response and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of one answer; never compared
    public record Answer(ContainerResponse response, byte[] body) {
        public int status() {
            return response.getStatus();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.getHeaderString(name);
        }
    }

    /** Requests a page as a browser with this language. */
    public Answer browse(String path, String language) {
        Answer answer = call("GET", path, Map.of("Accept", "text/html", "Accept-Language", language), new byte[0]);
        keep(path, language, answer);
        return answer;
    }

    /** Writes the page to the folder named by {@code -Dpages.kept}, for viewing in a browser. */
    private void keep(String path, String language, Answer answer) {
        String folder = System.getProperty("pages.kept");
        if (folder == null) {
            return;
        }
        String name = path.replaceAll("[^A-Za-z0-9]+", "-") + "." + answer.status() + "." + language + ".html";
        try {
            Files.createDirectories(Path.of(folder));
            Answer style = call("GET", new Assets().path("app.css"), Map.of(), new byte[0]);
            Files.writeString(Path.of(folder, "app.css"), style.text());
            Files.writeString(Path.of(folder, name), answer.text().replaceAll("/assets/[0-9a-f]+/app.css", "app.css"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Answer call(String method, String path, Map<String, String> headers, byte[] body) {
        ContainerRequest request = new ContainerRequest(
                URI.create(ORIGIN + "/"), URI.create(ORIGIN + path), method, null, new MapPropertiesDelegate(), null);
        headers.forEach(request::header);
        if (body.length > 0) {
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            return new Answer(handler.apply(request, out).get(), out.toByteArray());
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
