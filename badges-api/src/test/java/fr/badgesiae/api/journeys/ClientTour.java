package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** What a client saw: the code at the desk, its labels, and the client's phone. */
final class ClientTour {
    private final PageChecks inspector;
    private final Page desk;
    private final Page phone;

    ClientTour(PageChecks inspector, Page desk, Page phone) {
        this.inspector = inspector;
        this.desk = desk;
        this.phone = phone;
    }

    /** @param person the path of somebody's page */
    void play(String person) {
        inspector.go(desk, "/app/clients", 200);
        inspector.go(desk, person, 200);
        inspector.press(desk, "main a[href^='/app/clients?worker=']", 200);
        inspector.press(desk, "main a[href^='/app/clients/for/']", 200);
        inspector.press(desk, "main .choices a", 200);
        for (int i = 0; i < 3; i++) {
            desk.uncheck("#f-tasks-" + i);
        }
        inspector.press(desk, "form[action='/app/clients'] button", 422);
        desk.check("#f-tasks-0");
        inspector.press(desk, "form[action='/app/clients'] button", 200);
        String page = desk.url().replaceFirst("\\?.*", "");
        inspector.press(desk, "main a[href$='/coupons']", 200);
        String code = desk.locator(".pair .code").first().innerText();
        client(code);
        inspector.go(desk, page, 200);
        inspector.go(desk, "/app/clients", 200);
        inspector.go(desk, page, 200);
        inspector.press(desk, "form[action$='/end'] button", 200);
        inspector.go(phone, "/r/" + code, 410);
    }

    private void client(String code) {
        inspector.go(phone, "/r", 200);
        phone.fill("#f-code", "ABC");
        inspector.press(phone, "form[action='/r'] button", 422);
        inspector.go(phone, "/r/0000-0000-0000-0000", 404);
        inspector.go(phone, "/r/" + code, 200);
        inspector.press(phone, "main form .actions button", 422);
        phone.check("#f-task0-ALONE");
        phone.fill("#f-note", "Très bien, malgré sa maladie.");
        phone.fill("#f-client", "Mme M.");
        inspector.press(phone, "main form .actions button", 422);
        phone.fill("#f-note", "Tout était propre.");
        inspector.press(phone, "main form .actions button >> nth=0", 200);
        inspector.go(phone, "/r/" + code, 200);
        phone.click("main details summary");
        inspector.press(phone, "button[value=NOT_THIS_PERSON]", 200);
        inspector.go(phone, "/me/seen", 200);
    }
}
