package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** The pages of an event: the desk, its poster, and the phone of whoever was there. */
final class EventTour {
    private final PageChecks inspector;
    private final Page desk;
    private final Page phone;

    EventTour(PageChecks inspector, Page desk, Page phone) {
        this.inspector = inspector;
        this.desk = desk;
        this.phone = phone;
    }

    void play() {
        inspector.go(desk, "/app/events", 200);
        inspector.press(desk, "main a[href='/app/events/new']", 200);
        inspector.press(desk, "form[action='/app/events'] button", 422);
        desk.selectOption("#f-badge", new SelectOption().setIndex(1));
        desk.fill("#f-name", "Atelier réparation de vélos");
        desk.fill("#f-place", "Hall des essais");
        inspector.press(desk, "form[action='/app/events'] button", 200);
        String event = desk.url().replaceFirst("\\?.*", "");
        inspector.press(desk, "main a[href$='/edit']", 200);
        inspector.press(desk, "form[action$='/edit'] button", 200);
        inspector.press(desk, "main a[href$='/poster']", 200);
        String code = desk.locator(".big-code").innerText();
        enter(code);
        inspector.go(desk, event, 200);
        inspector.press(desk, "button[name=do][value=keep]", 422);
        desk.check("input[name=entries]");
        inspector.press(desk, "button[name=do][value=refuse]", 422);
        inspector.press(desk, "button[name=do][value=keep]", 200);
        inspector.press(desk, "form[action$='/run'] button", 200);
        inspector.go(desk, event, 200);
        inspector.press(desk, "form[action$='/end'] button", 200);
        inspector.go(phone, "/e/" + code, 410);
        inspector.press(desk, "form[action$='/reopen'] button", 200);
        inspector.go(desk, "/app/events", 200);
    }

    private void enter(String code) {
        inspector.go(phone, "/e", 200);
        phone.fill("#f-code", "ABC");
        inspector.press(phone, "form[action='/e'] button", 422);
        phone.fill("#f-code", code);
        inspector.press(phone, "form[action='/e'] button", 200);
        inspector.press(phone, "main form button[type=submit]", 422);
        phone.fill("#f-firstName", "Robin");
        phone.fill("#f-lastName", "Modèle-Inventé");
        phone.check("#f-there");
        inspector.press(phone, "main form button[type=submit]", 200);
        inspector.go(phone, "/e/0000-0000-0000-0000", 404);
    }
}
