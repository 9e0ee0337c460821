package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages of the information sheets of many people; nothing is recorded. */
final class SheetsTour {
    private final PageChecks inspector;
    private final Page desk;

    SheetsTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    void play() {
        inspector.go(desk, "/app/people/sheets", 200);
        inspector.press(desk, "form[action$='/print'] button", 200);
        inspector.press(desk, "form[action='/app/people/sheets'] button", 422);
        inspector.go(desk, "/app/people/sheets", 200);
        for (var tick : desk.locator("input[name=people]").all()) {
            tick.uncheck();
        }
        inspector.press(desk, "form[action$='/print'] button", 422);
    }
}
