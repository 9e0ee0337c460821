package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.AssetResource;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.html.RenderedPageWriter;
import fr.badgesiae.api.platform.problem.ProblemMapper;
import io.dropwizard.core.setup.Environment;
import java.util.List;

/**
 * Registers the components that all answers share. The server must be configured with {@code
 * registerDefaultExceptionMappers: false}: one mapper answers all errors.
 */
public final class WebLayer {
    private final Settings settings;
    private final Assets assets;
    private final Pages pages;

    public WebLayer(Settings settings, Assets assets, Pages pages) {
        this.settings = settings;
        this.assets = assets;
        this.pages = pages;
    }

    /** Components for Jersey: filters, exception mapper, page writer, assets. */
    public List<Object> components() {
        return List.of(
                new SecurityHeaders(settings),
                new LanguageCookie(settings),
                new AnyOriginFilter(),
                new RequestEnd(),
                new BodyReads(),
                new Uploads(),
                new ProblemMapper(pages),
                new RenderedPageWriter(),
                new AssetResource(assets),
                new RobotsResource());
    }

    /** Registers the components and the error answers of the server. */
    public void install(Environment environment) {
        components().forEach(environment.jersey()::register);
        environment.lifecycle().addEventListener(new ConnectionLimits());
        ServerErrors errors = new ServerErrors(new SecurityHeaders(settings).all());
        environment.getApplicationContext().setErrorHandler(errors);
        // Requests that the server cannot parse reach no context.
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(errors));
    }
}
