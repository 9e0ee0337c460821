package fr.badgesiae.api.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.client.KnownDevice.Kind;
import fr.badgesiae.api.platform.web.FormBrowser;
import fr.badgesiae.api.platform.web.WebHarness;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ClientsTest {
    private final Ids ids = Ids.secure();
    private final Vault vault = new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids);
    private final WebHarness web = new WebHarness(
            WebHarness.settings(),
            WebHarness.pages(),
            List.of(new Doors(), new Clients(WebHarness.settings(), vault, ids, Clock.systemUTC())));

    /** Marks the device, or says whether it is known. */
    @Path("/")
    public static final class Doors {
        @GET
        @Path("opened")
        public String opened(@Context ContainerRequestContext request) {
            Client.of(request).device().remember(Kind.CARD, "somebody");
            return "";
        }

        @GET
        @Path("known")
        public String known(@Context ContainerRequestContext request) {
            return "" + Client.of(request).device().knows(Kind.CARD, "somebody");
        }
    }

    @Test
    void aDeviceIsMarkedByAnOpeningAndByNothingElse() {
        FormBrowser browser = new FormBrowser(web);
        assertThat(browser.get("/known").text()).isEqualTo("false");
        assertThat(browser.jar()).isEmpty();
        assertThat(browser.get("/opened").header("Set-Cookie"))
                .startsWith("device=")
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Max-Age=15552000");
        assertThat(browser.get("/known").text()).isEqualTo("true");
    }

    @Test
    void aProxyThatNobodyNamedIsToldOnceAndNobodysAddress() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger log = (Logger) LoggerFactory.getLogger(Clients.class);
        log.addAppender(lines);
        try {
            for (int request = 0; request < 3; request++) {
                web.call("GET", "/known", Map.of("X-Forwarded-For", "203.0.113.7"), new byte[0]);
            }
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("BADGES_TRUSTED_PROXIES")
                .doesNotContain("203.0.113");
    }
}
