package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages of a badge that is paused and resumed, at the desk and in the space. */
final class LifeTour {
    private final PageChecks inspector;
    private final Page desk;
    private final Page phone;

    LifeTour(PageChecks inspector, Page desk, Page phone) {
        this.inspector = inspector;
        this.desk = desk;
        this.phone = phone;
    }

    /** Ends on the page of the badge, which is in force. */
    void play(String credential) {
        inspector.press(desk, "main a[href$='/pause']", 200);
        inspector.press(desk, "main form button", 422);
        desk.check("input[name=reason]");
        desk.fill("#f-note", "À relire avec l’équipe.");
        inspector.press(desk, "main form button", 200);
        inspector.go(desk, "/app/credentials?state=paused", 200);
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        phone.click("main a[href^='/me/links/']");
        String share = phone.getAttribute("main a:has(code)", "href");
        inspector.go(desk, share, 200);
        inspector.go(desk, share + "?facile=1", 200);
        desk.navigate(credential);
        inspector.press(desk, "main a[href$='/pause']", 200);
        inspector.press(desk, "main form button", 200);
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
    }
}
