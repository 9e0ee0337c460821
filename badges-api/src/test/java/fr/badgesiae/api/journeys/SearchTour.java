package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The search of the desk, by keyboard from its head. */
final class SearchTour {
    private final PageChecks inspector;
    private final Page desk;

    SearchTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    void play() {
        inspector.go(desk, "/app/search", 200);
        desk.fill("#f-words", "Zzyzx");
        inspector.press(desk, "main form button", 200);
        desk.fill("#f-words", "Alix");
        inspector.press(desk, "main form button", 200);
        byKeyboard();
    }

    private void byKeyboard() {
        desk.evaluate("document.activeElement.blur()");
        desk.keyboard().press("/");
        // In a name and in the word of a page.
        desk.keyboard().type("on");
        desk.keyboard().press("Enter");
        desk.waitForSelector("[data-arrows] li a");
        String second = desk.locator("[data-arrows] li a").nth(1).getAttribute("href");
        desk.focus("[data-arrows] li a");
        desk.keyboard().press("ArrowDown");
        desk.keyboard().press("Enter");
        desk.waitForURL("**" + second);
    }
}
