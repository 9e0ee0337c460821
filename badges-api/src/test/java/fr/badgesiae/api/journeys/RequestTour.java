package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** The pages of a badge that is asked for: the space, the desk, a member for somebody. */
final class RequestTour {
    private final PageChecks inspector;
    private final Page desk;
    private final Page phone;

    RequestTour(PageChecks inspector, Page desk, Page phone) {
        this.inspector = inspector;
        this.desk = desk;
        this.phone = phone;
    }

    void play() {
        inspector.go(phone, "/me/requests", 200);
        inspector.go(desk, "/app/requests", 200);
        inspector.press(phone, "main a[href='/me/requests/new']", 200);
        inspector.press(phone, "form[action='/me/requests'] button", 422);
        phone.selectOption("#f-badge", "");
        phone.fill("#f-words", "Je prépare le matériel tous les matins.");
        inspector.press(phone, "form[action='/me/requests'] button", 200);
        inspector.press(phone, "main a[href^='/me/requests/']:has(strong)", 200);
        String own = phone.url();
        inspector.go(desk, "/app", 200);
        inspector.go(desk, "/app/requests", 200);
        inspector.press(desk, "main tbody a[href^='/app/requests/']", 200);
        String request = desk.url();
        inspector.press(desk, "form[action$='/question'] button", 422);
        desk.fill("#f-question", "Depuis quand\u202f?");
        inspector.press(desk, "form[action$='/question'] button", 200);
        inspector.go(phone, own, 200);
        inspector.press(phone, "form[action$='/answer'] button", 422);
        phone.fill("#f-answer", "Depuis le printemps.");
        inspector.press(phone, "form[action$='/answer'] button", 200);
        inspector.go(desk, request, 200);
        inspector.press(desk, "form[action$='/badge'] button", 422);
        inspector.press(desk, "form[action$='/refuse'] button", 422);
        desk.check("#f-reason-NOT_YET");
        desk.fill("#f-reply", "Vous préparez bien. Il reste à ranger.");
        inspector.press(desk, "form[action$='/refuse'] button", 200);
        inspector.go(phone, own, 200);
        again();
        suggest();
    }

    /** Asked for again, taken back, and asked for once more: the form of the offer begins with it. */
    private void again() {
        phone.navigate(phone.url().replaceFirst("/me/.*", "/me/requests/new"));
        phone.fill("#f-words", "Je range le matériel tous les soirs.");
        inspector.press(phone, "form[action='/me/requests'] button", 200);
        inspector.press(phone, "main a[href^='/me/requests/']:has(strong)", 200);
        inspector.press(phone, "main a[href$='/withdraw']", 200);
        inspector.press(phone, "form[action$='/withdraw'] button", 200);
        inspector.go(desk, "/app/requests?state=all", 200);
        inspector.go(desk, "/app/requests?state=all&sort=created", 200);
        inspector.press(desk, "main a[href='/app/requests/badges']", 200);
        inspector.press(desk, "form[action='/app/requests/badges'] button", 200);
    }

    private void suggest() {
        inspector.go(desk, "/app/requests/new", 200);
        inspector.press(desk, "form[action='/app/requests'] button", 422);
        desk.selectOption("#f-worker", new SelectOption().setIndex(1));
        desk.fill("#f-words", "Prépare la zone et les outils.");
        inspector.press(desk, "form[action='/app/requests'] button", 200);
        String request = desk.url();
        desk.selectOption("#f-badge", new SelectOption().setIndex(1));
        inspector.press(desk, "form[action$='/badge'] button", 200);
        inspector.go(desk, request, 200);
        inspector.press(desk, "form[action$='/withdraw'] button", 200);
    }
}
