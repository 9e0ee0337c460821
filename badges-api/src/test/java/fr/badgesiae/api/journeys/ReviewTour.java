package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** A badge that two people publish: asked for, sent back, asked for again, published. */
final class ReviewTour {
    private final PageChecks inspector;
    private final Page management;
    private final Page office;

    ReviewTour(PageChecks inspector, Page management, Page office) {
        this.inspector = inspector;
        this.management = management;
        this.office = office;
    }

    void play() {
        inspector.go(management, "/app/second-reader", 200);
        inspector.press(management, "form[action='/app/second-reader'] button", 200);
        inspector.go(office, "/app/badges", 200);
        inspector.press(office, "main .list a", 200);
        String badge = office.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
        edit(badge, "Prépare et relit.");
        inspector.go(office, badge + "/publish", 200);
        inspector.press(office, "form[action$='/review'] button", 200);
        inspector.go(office, badge + "/review", 200);
        inspector.go(management, "/app", 200);
        inspector.go(management, "/app/badges", 200);
        inspector.go(management, badge + "/review", 200);
        inspector.press(management, "form[action$='/return'] button", 422);
        management.fill("#f-note", "Dire avec quel outil.");
        inspector.press(management, "form[action$='/return'] button", 200);
        inspector.go(office, badge + "/review", 200);
        office.click("form[action$='/review'] button");
        inspector.go(management, badge + "/review", 200);
        edit(badge, "Prépare, relit et corrige.");
        inspector.press(management, "form[action$='/review/publish'] button", 409);
        inspector.go(office, badge + "/review", 200);
        office.click("form[action$='/review'] button");
        inspector.go(management, badge + "/review", 200);
        inspector.press(management, "form[action$='/review/publish'] button", 200);
        inspector.go(management, "/app/second-reader", 200);
        inspector.press(management, "form[action='/app/second-reader'] button", 200);
    }

    private void edit(String badge, String words) {
        office.navigate(office.url().replaceFirst("(^https?://[^/]+).*", "$1") + badge + "/edit");
        office.fill("#f-description", words);
        office.click("main form[action^='/app/badges/'] .sticky button, main form button.primary");
    }
}
