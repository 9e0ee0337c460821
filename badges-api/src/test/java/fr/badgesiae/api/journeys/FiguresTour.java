package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The figures of an organisation and of a network. */
final class FiguresTour {
    private final PageChecks inspector;

    FiguresTour(PageChecks inspector) {
        this.inspector = inspector;
    }

    /** @param desk of an organisation that offered badges */
    void organisation(Page desk) {
        inspector.go(desk, "/app/figures", 200);
        for (String by : new String[] {"site", "group", "kind", "exit", "rome"}) {
            desk.selectOption("#f-by", by);
            inspector.press(desk, "form[action='/app/figures'] button", 200);
        }
        inspector.go(desk, "/app/figures?year=2001", 200);
        inspector.go(desk, "/app/figures/page?year=2001", 200);
    }

    void network(Page desk) {
        inspector.go(desk, "/app/network/figures", 200);
        if (desk.locator("main a[href*='sort=awards']").count() > 0) {
            inspector.press(desk, "main a[href*='sort=awards']", 200);
        }
    }
}
