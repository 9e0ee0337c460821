package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages of offers without an answer: prolonged and reminded, one and several; each stays open. */
final class WaitingTour {
    private final PageChecks inspector;
    private final Page desk;

    WaitingTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    /** @param offer the page of an offer that waits */
    void play(String offer) {
        inspector.go(desk, offer, 200);
        inspector.press(desk, "main a[href$='/prolong']", 200);
        inspector.press(desk, "form[action$='/prolong'] button", 200);
        inspector.press(desk, "main a[href$='/note']", 200);
        inspector.press(desk, "form[action$='/note'] button", 422);
        desk.check("#f-how-PHONE");
        inspector.press(desk, "form[action$='/note'] button", 200);
        inspector.go(desk, "/app/offers?state=offered", 200);
        inspector.press(desk, "form[action$='/several'] button", 422);
        for (String act : new String[] {"CANCEL", "PRINT", "PROLONG_12", "PROLONG_1"}) {
            inspector.go(desk, "/app/offers?state=offered", 200);
            desk.check("main .rows input[name=offer] >> nth=0");
            desk.selectOption("#f-act", act);
            inspector.press(desk, "form[action$='/several'] button", 200);
        }
        inspector.press(desk, "form[action$='/do'] button", 200);
        desk.navigate(offer);
    }
}
