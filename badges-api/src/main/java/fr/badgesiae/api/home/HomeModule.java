package fr.badgesiae.api.home;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.Link;
import fr.badgesiae.api.platform.html.Pages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Wires the public home page and the legal pages. */
public final class HomeModule implements Feature {
    private final List<Object> resources = new ArrayList<>();

    /** The style guide is served in a demonstration only. */
    public HomeModule(Pages pages, Notices notices, Settings settings, Clock clock) {
        resources.add(new HomePages(pages, notices));
        resources.add(new GuidePages(pages));
        resources.add(new SecurityTextResource(notices, settings, clock));
        if (settings.demonstration()) {
            resources.add(new StyleguidePages(pages));
        }
    }

    @Override
    public List<Link> footer() {
        return List.of(
                new Link("/accessibility", "platform/html", "common.accessibility"),
                new Link("/privacy", "platform/html", "common.privacy"),
                new Link("/legal", "platform/html", "common.legal"));
    }

    @Override
    public List<Object> resources() {
        return List.copyOf(resources);
    }
}
