package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages that join another space to the open one. */
final class JoiningTour {
    private static final String WRONG_PIN = "111111";

    private final PageChecks inspector;
    private final Page phone;

    JoiningTour(PageChecks inspector, Page phone) {
        this.inspector = inspector;
        this.phone = phone;
    }

    /**
     * Joins it.
     *
     * @param card the number of the other card
     * @param pin of the open space
     */
    void play(String card, String cardPin, String pin) {
        inspector.go(phone, "/me/join", 200);
        inspector.press(phone, "form[action='/me/join'] button", 422);
        phone.fill("#f-code", card);
        phone.fill("#f-pin", cardPin);
        inspector.press(phone, "form[action='/me/join'] button", 200);
        phone.fill("#f-pin", WRONG_PIN);
        inspector.press(phone, "form[action='/me/join/confirm'] button", 422);
        phone.fill("#f-pin", pin);
        inspector.press(phone, "form[action='/me/join/confirm'] button", 200);
        inspector.go(phone, "/me", 200);
        inspector.go(phone, "/me/open/" + card, 200);
        phone.fill("#f-pin", cardPin);
        inspector.press(phone, "form[action='/me/open'] button", 200);
    }
}
