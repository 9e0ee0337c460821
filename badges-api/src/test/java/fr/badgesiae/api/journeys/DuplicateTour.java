package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages of files that look alike, from an empty list to a merge. */
final class DuplicateTour {
    private static final String LIST = "/app/people/duplicates";

    private final PageChecks inspector;
    private final Page desk;

    DuplicateTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    void play() {
        inspector.go(desk, LIST + "?distinct=yes", 200);
        person("Dominique");
        person("Dominik");
        inspector.go(desk, LIST, 200);
        desk.click("tr:has-text('Dominik') a[href*='/duplicates/']");
        String pair = desk.url();
        inspector.go(desk, pair, 200);
        inspector.press(desk, "form[action$='/distinct'] button", 200);
        inspector.go(desk, LIST + "?distinct=yes", 200);
        inspector.go(desk, pair, 200);
        inspector.press(desk, "form[action$='/alike'] button", 200);
        inspector.press(desk, "main .actions button", 422);
        desk.fill("#f-word", desk.locator("html").getAttribute("lang").equals("fr") ? "réunir" : "merge");
        inspector.press(desk, "main .actions button", 200);
        String kept = desk.url().replaceFirst("\\?.*", "");
        contact(kept + "/contact");
        inspector.go(desk, LIST, 200);
    }

    private void contact(String path) {
        inspector.go(desk, path, 200);
        desk.fill("#f-email", "nulle part");
        inspector.press(desk, "main .actions button", 422);
        desk.fill("#f-email", "dominique@exemple.invalid");
        desk.fill("#f-phone", "06 99 00 00 12");
        inspector.press(desk, "main .actions button", 200);
        inspector.press(desk, "form[action$='/reveal'] button", 200);
    }

    private void person(String first) {
        inspector.go(desk, "/app/workers/new", 200);
        desk.fill("#f-firstName", first);
        desk.fill("#f-lastName", "Doublon");
        desk.click("main .actions button");
    }
}
