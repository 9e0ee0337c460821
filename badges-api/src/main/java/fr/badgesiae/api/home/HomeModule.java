package fr.badgesiae.api.home;

import fr.badgesiae.api.platform.html.Pages;
import java.util.List;

/** Wires the front door. */
public final class HomeModule {
    private final List<Object> resources;

    /** @param demonstration whether the style guide is shown */
    public HomeModule(Pages pages, Notices notices, boolean demonstration) {
        HomePages home = new HomePages(pages, notices);
        resources = demonstration ? List.of(home, new StyleguidePages(pages)) : List.of(home);
    }

    public List<Object> resources() {
        return resources;
    }
}
