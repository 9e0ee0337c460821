package fr.badgesiae.api.journeys;

import com.microsoft.playwright.BrowserContext;
import fr.badgesiae.api.TestServer;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Chromium and one service for all journeys of a run; each test has an organisation of its own. */
final class BrowserAndServer implements AutoCloseable {
    static final String PASSWORD = "un long mot de passe";

    private final Browser browser;
    private final TestServer server;
    private final AtomicInteger organisations = new AtomicInteger();

    private BrowserAndServer() {
        browser = Browser.open();
        try {
            server = TestServer.start();
        } catch (Exception e) {
            browser.close();
            throw new IllegalStateException("the service does not start", e);
        }
    }

    /** Injects both into tests, and closes them after the last test. */
    static final class Entrance implements BeforeAllCallback, ParameterResolver {
        /** Checked here and not at injection only, so that a test without a Chromium is skipped and does not fail. */
        @Override
        public void beforeAll(ExtensionContext tests) {
            of(tests);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == BrowserAndServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return of(test);
        }

        private static BrowserAndServer of(ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            BrowserAndServer.class, key -> new BrowserAndServer(), BrowserAndServer.class);
        }
    }

    TestServer server() {
        return server;
    }

    String url(String path) {
        return path.startsWith("http") ? path : server.origin() + path;
    }

    /** A browser context that requests this language. */
    BrowserContext person(String language) {
        return browser.person(1280, 900, language);
    }

    /** A browser context with the viewport of a desk. */
    BrowserContext desk() {
        return browser.person(1280, 900, "fr-FR");
    }

    /** A browser context with the viewport of a phone. */
    BrowserContext phone() {
        return browser.person(360, 740, "fr-FR");
    }

    /** A browser context with the viewport of a narrow phone, for 400 % zoom too. */
    BrowserContext narrowPhone() {
        return browser.person(320, 640, "fr-FR");
    }

    /** A phone whose browser runs no scripts. */
    BrowserContext withoutScripts() {
        return browser.withoutScripts();
    }

    /** Creates an organisation. */
    OrganisationId organisation(String name) {
        return server.organisation(name, "7328293201%04d".formatted(organisations.incrementAndGet()));
    }

    /** The login of a new member; the password is {@link #PASSWORD}. */
    String member(OrganisationId organisation, String role) {
        String login = role.toLowerCase(Locale.ROOT) + organisations.incrementAndGet();
        server.member(organisation, login, role, PASSWORD);
        return login;
    }

    @Override
    public void close() {
        server.close();
        browser.close();
    }
}
